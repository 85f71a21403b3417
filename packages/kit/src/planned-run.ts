import type { FileWrite } from '@hut/commit';
import { nextStepKind } from '@hut/render';
import type { Change } from '@hut/reconcile';
import type { Leftover } from './find-leftovers.ts';
import type { Plan } from './plan-run.ts';
import { toChecks, type ProjectChecks } from './project-checks.ts';
import type { Report } from './report.ts';
import type { RunNotes } from './run-record-notes.ts';
import { toNotes } from './run-notes.ts';
import { toOtherWrites } from './to-file-writes.ts';
import type { Workspace } from './workspace.ts';

/** All that a run would do: what is left is to decide its conflicts, to show it, and to write it. */
export interface PlannedRun {
  readonly workspace: Workspace;
  /** The name of the project. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** Files that are written whatever is decided about the changes. */
  readonly others: readonly FileWrite[];
  readonly destructive: readonly string[];
  readonly risks: readonly string[];
  readonly leftovers: readonly Leftover[];
  readonly notes: readonly string[];
  readonly next: Report['next'];
  /** What has to pass under --verify; null when no project is left. Made when somebody asks. */
  readonly checks: () => ProjectChecks | null;
  /** What the record of the run keeps for who takes it back. */
  readonly about: RunNotes;
}

/** What a plan comes to: its changes, and beside them hut.yaml, the base, what is made once and the local `.env`. */
export function toPlannedRun(plan: Plan): PlannedRun {
  const { workspace, blueprint, changes, made, leftovers, renames } = plan;
  const moves = changes.flatMap(({ path, movedFrom }) =>
    movedFrom === undefined ? [] : [[path, movedFrom] as const],
  );
  return {
    workspace,
    name: blueprint.name,
    changes,
    others: toOtherWrites(plan),
    destructive: made.destructive,
    risks: made.risks,
    leftovers,
    notes: [...plan.made.notes, ...toNotes(plan)],
    next: nextSteps(plan),
    checks: () => toChecks(blueprint, plan.assembled),
    about: { renames, moves },
  };
}

/** A new project is started from the first step; a grown one goes on with what was made. */
function nextSteps({ hutYaml, assembled, made }: Plan): Report['next'] {
  if (hutYaml.before !== null) return made.next;
  return assembled.of(nextStepKind).map(({ command, why }) => ({ command, why }));
}
