import { readRuns, type RunRecord } from '@hut/commit';
import { HutError } from '@hut/errors';
import { sinceRun, type Undoing } from './undoing.ts';

/** Throws HutError `changed-since` where what hut keeps for itself is not what the run left: the next run built on something else. */
export function refuseLater(undoing: Undoing): void {
  const kept = undoing.run.files.filter(({ path }) => path.startsWith('.hut/'));
  const other = kept.find((file) => sinceRun(undoing, file) !== 'as-left');
  if (other === undefined) return;
  const later = findLater(undoing, other.path);
  throw new HutError({
    id: 'changed-since',
    message: `"${undoing.run.command}" cannot be taken back: ${other.path} is not what it left${later === undefined ? '' : `, but what "${later.command}" left`}`,
    hint: 'Something came after it that hut did not do here (git pull, checkout or reset). Take it back with git, or with the command that removes what it added.',
  });
}

function findLater({ workspace, run }: Undoing, path: string): RunRecord | undefined {
  const sha = workspace.read(path)?.sha ?? null;
  return readRuns(workspace.root).find(
    ({ id, files }) =>
      Number(id) > Number(run.id) && files.some((file) => file.path === path && file.after === sha),
  );
}
