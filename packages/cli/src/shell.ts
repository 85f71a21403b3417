import type { ImportModule, Lookup, PlannedWrites, Prompt } from '@hut/kit';
import type { GlobalOptions } from './global-options.ts';

/** What the command runs in: all that it would otherwise take from the process. */
export interface Shell {
  readonly lookup: Lookup;
  readonly version: string;
  /** The folder of the package that the command is part of. */
  readonly installation: string;
  readonly importModule: ImportModule;
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Whether a person is there to be asked. */
  readonly terminal: boolean;
  readonly prompt: Prompt;
  /** Whether standard error may carry colours. */
  readonly colours: boolean;
  /** The same of standard output, which may be a file while standard error is a terminal. */
  readonly stdoutColours: boolean;
  /** Looks at what a command would write, if anything; throws to stop it. Where it is there, nobody is asked. */
  readonly gate?: (planned: PlannedWrites, options: GlobalOptions) => void;
}
