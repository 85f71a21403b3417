import { HutError } from '@hut/errors';
import type { Conflict } from '@hut/reconcile';

/** The refusal that lists every conflict with its reason; `conflicts` are for programs. */
export class ConflictError extends HutError {
  readonly conflicts: readonly Pick<Conflict, 'path' | 'reason'>[];

  constructor(conflicts: readonly Conflict[]) {
    const lines = conflicts.map(({ path, reason }) => `  ${path}: ${reason}`);
    const count = `${conflicts.length} ${conflicts.length === 1 ? 'file needs' : 'files need'}`;
    super({
      id: 'conflict',
      message: `${count} a decision, nothing was written\n${lines.join('\n')}`,
      hint: 'Run it in a terminal to decide each, or add --on-conflict mine, next or markers. --dry-run=diff shows them. A file that is yours alone now: hut own <path>.',
      exitCode: 2,
    });
    this.conflicts = conflicts.map(({ path, reason }) => ({ path, reason }));
  }
}
