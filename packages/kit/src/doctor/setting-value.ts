import { settingKind, type Assembled } from '@hut/render';
import type { Workspace } from '../workspace.ts';

/** The text of a setting as the project finds it: the environment, `.env`, the default; undefined when it has none. */
export function findSettingValue(
  name: string,
  { workspace, assembled }: { readonly workspace: Workspace; readonly assembled: Assembled },
): string | undefined {
  const key = name.toUpperCase();
  const env = workspace.read('.env')?.text;
  const pattern = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${key}[ \\t]*=[ \\t]*(.*)$`, 'im');
  const written = typeof env === 'string' ? pattern.exec(env)?.[1] : undefined;
  const setting = assembled.of(settingKind).find((one) => one.name === name);
  return process.env[key] ?? unquoted(written) ?? unquoted(setting?.default ?? undefined);
}

function unquoted(text: string | undefined): string | undefined {
  return text?.trim().replace(/^(["'])(.*)\1$/, '$2');
}
