import { randomBytes } from 'node:crypto';
import { dotEnvText, secretKind, settingKind, type Assembled } from '@hut/render';

/**
 * The text of the local `.env` after a run, or null when it stays.
 * A new one gets the local values and fresh secrets; one that exists gets the secrets that it lacks, and
 * nothing in it is changed or removed.
 */
export function toLocalEnv(existing: string | null, assembled: Assembled): string | null {
  const secrets = assembled
    .of(secretKind)
    .map(({ name, bytes }) => line(name, randomBytes(bytes).toString('base64url')));
  if (existing === null) {
    const locals = assembled.of(settingKind).filter(({ local }) => local !== null);
    const lines = [...locals.map(({ name, local }) => line(name, local!)), ...secrets];
    return lines.length === 0 ? null : `${lines.join('\n')}\n`;
  }
  const missing = secrets.filter(
    (secret) => !hasKey(existing, secret.slice(0, secret.indexOf('='))),
  );
  if (missing.length === 0) return null;
  return [
    existing.replace(/\n?$/, existing === '' ? '' : '\n'),
    ...missing.map((secret) => `${secret}\n`),
  ].join('');
}

function line(name: string, value: string): string {
  return `${name.toUpperCase()}=${dotEnvText(value)}`;
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(`^\\s*(export\\s+)?${key}\\s*=`, 'mi').test(text);
}
