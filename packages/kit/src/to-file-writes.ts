import type { FileWrite } from '@hut/commit';
import { basePathOf } from './base-tree.ts';
import { toLocalEnv } from './local-env.ts';
import { toRecord } from './made-record.ts';
import type { Made } from './make.ts';
import type { Plan } from './plan-run.ts';
import type { Settled } from './settle.ts';
import { unreadableError } from './unreadable-error.ts';
import type { Workspace } from './workspace.ts';

/** What settled changes write: the user's files. */
export function toFileWrites(
  workspace: Workspace,
  settled: readonly Settled[],
): readonly FileWrite[] {
  return settled.flatMap((one) => toWrite(workspace, one));
}

/** What a plan writes beside its changes: hut.yaml, the base, what is made once and the local `.env`. */
export function toOtherWrites(plan: Plan): readonly FileWrite[] {
  const { workspace } = plan;
  const hutYaml = writeWhenChanged(workspace, 'hut.yaml', plan.hutYaml.after);
  const base = writeWhenChanged(workspace, basePathOf('hut.yaml'), plan.hutYaml.after);
  const made = toMadeWrites(workspace, plan.made);
  return [...hutYaml, ...base, ...baseWrites(plan), ...made, ...localWrites(plan)];
}

/** What is made once, each file with its record. */
export function toMadeWrites(
  workspace: Workspace,
  { files }: Pick<Made, 'files'>,
): readonly FileWrite[] {
  const once = files.flatMap((file) => [file, toRecord(file)]);
  return once.flatMap(({ path, text }) => writeWhenChanged(workspace, path, text));
}

function toWrite(workspace: Workspace, { change, answer }: Settled): readonly FileWrite[] {
  const before = workspace.read(change.path)?.sha ?? null;
  const after = textAfter({ change, answer });
  const left = change.movedFrom === undefined ? null : workspace.read(change.movedFrom);
  return [
    ...(after === undefined ? [] : [{ path: change.path, before, after }]),
    ...(left === null ? [] : [{ path: change.movedFrom!, before: left.sha, after: null }]),
  ];
}

/** What a file says afterwards: null when it goes, undefined when it stays. */
export function textAfter({ change, answer }: Settled): string | null | undefined {
  if (change.action === 'keep') return undefined;
  if (change.action === 'delete') return null;
  if (change.action !== 'conflict') return change.text;
  if (answer === 'next') return change.next;
  if (answer === 'markers') return change.markers!;
  // A file that keeps the user's text still goes where it is rendered now.
  return answer === 'mine' && change.movedFrom !== undefined ? change.mine! : undefined;
}

/** The base becomes what was rendered now, whatever was decided; a file that the user owns keeps its old one. */
function baseWrites({ workspace, tree, base, blueprint }: Plan): readonly FileWrite[] {
  const paths = [...new Set([...tree.keys(), ...base.keys()])].filter(
    (path) => !blueprint.own.includes(path),
  );
  return paths.flatMap((path) =>
    writeWhenChanged(workspace, basePathOf(path), tree.get(path)?.text ?? null),
  );
}

function localWrites({ workspace, assembled }: Plan): readonly FileWrite[] {
  const found = workspace.read('.env');
  const text = found?.text ?? null;
  if (text !== null && typeof text !== 'string') throw unreadableError('.env', text);
  const after = toLocalEnv(text, assembled);
  if (after === null) return [];
  return [{ path: '.env', before: found?.sha ?? null, after, mode: 0o600, secret: true }];
}

function writeWhenChanged(
  workspace: Workspace,
  path: string,
  after: string | null,
): readonly FileWrite[] {
  const found = workspace.read(path);
  if (after === (found?.text ?? null)) return [];
  // Without its hash the commit would take it for a file that is not there.
  if (found !== null && found.sha === null && typeof found.text !== 'string')
    throw unreadableError(path, found.text);
  return [{ path, before: found?.sha ?? null, after }];
}
