import type { Plan } from './plan-run.ts';
import { toReport, type Report } from './report.ts';
import { toFileWrites } from './to-file-writes.ts';

/** What a plan would do, while nobody has decided about its conflicts. */
export function reviewPlan(plan: Plan, command: string): Report {
  const open = plan.changes.map((change) => ({ change, answer: null }));
  return toReport(plan, open, { command, writes: toFileWrites(plan, open) });
}
