import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembled } from '@hut/render';
import { toLocalEnv } from '../local-env.ts';
import type { Workspace } from '../workspace.ts';
import { well, wrong, type Finding } from './finding.ts';

/** Whether the local `.env` has all that the project does not start without. */
export function examineKeys(workspace: Workspace, assembled: Assembled): readonly Finding[] {
  const found = workspace.read('.env')?.text ?? null;
  if (found !== null && typeof found !== 'string')
    return [
      wrong('env', { where: '.env', what: found.unreadable, fix: 'Move it away, then: hut sync' }),
    ];
  const after = toLocalEnv(found, assembled);
  if (after === null) return [well('env', '.env', 'has what the project needs')];
  const lacking = keysOf(after.slice(found?.length ?? 0));
  const what = found === null ? 'is not there' : `lacks ${lacking.join(', ')}`;
  return [wrong('env', { where: '.env', what, fix: 'hut sync' })];
}

function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/^(\w+)=/gm)].map(([, key]) => key!);
}

/** Whether only its owner can read it. Windows has no such modes. */
export function examineMode(root: string): readonly Finding[] {
  const path = join(root, '.env');
  if (process.platform === 'win32' || !existsSync(path)) return [];
  const isOpen = (statSync(path).mode & 0o077) !== 0;
  if (!isOpen) return [well('env-mode', '.env', 'only you can read it')];
  return [wrong('env-mode', { where: '.env', what: 'others can read it', fix: 'chmod 600 .env' })];
}
