import type { Environment } from './environment.ts';
import type { Manner } from './manner.ts';
import { say } from './say.ts';

/** What long work is told to: each step is said once, and each line of its tools under `--verbose`. */
export function tellSteps(
  env: Environment,
  { verbose, quiet }: Manner,
): (step: string, line: string) => void {
  let current = '';
  return (step, line) => {
    if (verbose) say(env, line);
    else if (step !== current && !quiet) say(env, `${step} ...`);
    current = step;
  };
}
