import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the judge says about one merge. */
export interface Verdict {
  readonly seed: number;
  readonly path: string;
  readonly verdict: 'right' | 'conflict' | 'unreadable' | 'WRONG';
  readonly why: string;
}

/** One merge to be judged; `result` is null for a conflict. */
export interface Judged {
  readonly seed: number;
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  readonly result: string | null;
}

/** Lets Python judge merges, in one go. `folder` is this folder; `cache` is where the judge's own environment is made. */
export function judgeAll(
  cases: readonly Judged[],
  folder: string,
  cache: string,
): readonly Verdict[] {
  const python = requirePython(cache);
  const input = cases.map((item) => JSON.stringify(item)).join('\n');
  const options = { input, maxBuffer: 1 << 30, encoding: 'utf8' } as const;
  const output = execFileSync(python, [join(folder, 'judge.py')], options);
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Verdict);
}

function requirePython(cache: string): string {
  const environment = join(cache, 'oracle');
  const python = join(environment, 'bin', 'python');
  if (existsSync(join(environment, 'ready'))) return python;
  const install = `python3 -m venv ${environment} && ${python} -m pip install pyyaml && touch ${environment}/ready`;
  try {
    execFileSync('sh', ['-c', install], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error(`The judge needs Python >= 3.11 with PyYAML. Install it: ${install}`, {
      cause,
    });
  }
  return python;
}
