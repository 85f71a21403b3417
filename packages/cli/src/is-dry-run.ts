import type { GlobalOptions } from './global-options.ts';

/** Whether the command shows and writes nothing. */
export function isDryRun({ dryRun, check }: Pick<GlobalOptions, 'dryRun' | 'check'>): boolean {
  return dryRun !== undefined || check === true;
}
