import { randomBytes } from 'node:crypto';
import { dotEnvText, secretKind, settingKind, type Assembled } from '@hut/render';

/**
 * The text of the local `.env` after a run, or null when it stays.
 * A new one gets the local values and fresh secrets; one that exists gets what it lacks and the project does not
 * start without: secrets, and settings that have no default. Nothing in it is changed or removed.
 */
export function toLocalEnv(existing: string | null, assembled: Assembled): string | null {
  const locals = assembled.of(settingKind).filter(({ local }) => local !== null);
  const secrets = assembled
    .of(secretKind)
    .map(({ name, bytes }) => line(name, randomBytes(bytes).toString('base64url')));
  if (existing === null) {
    const lines = [...locals.map(({ name, local }) => line(name, local!)), ...secrets];
    return lines.length === 0 ? null : `${lines.join('\n')}\n`;
  }
  const required = locals.filter((setting) => setting.default === null);
  const needed = [...required.map(({ name, local }) => line(name, local!)), ...secrets];
  const missing = needed.filter((one) => !hasKey(existing, one.slice(0, one.indexOf('='))));
  if (missing.length === 0) return null;
  return [
    existing.replace(/\n?$/, existing === '' ? '' : '\n'),
    ...missing.map((one) => `${one}\n`),
  ].join('');
}

function line(name: string, value: string): string {
  return `${name.toUpperCase()}=${dotEnvText(value)}`;
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(`^\\s*(export\\s+)?${key}\\s*=`, 'mi').test(text);
}
