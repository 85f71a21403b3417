/** What the process exits with, as the contract in docs/reference.md lists them. */
export type ExitCode = 1 | 2 | 3 | 4 | 5 | 6 | 130;

interface HutErrorOptions {
  /** Stable, kebab-case name of the situation, for tests and `--json`. */
  readonly id: string;
  /** What happened, with file and line where there is one. */
  readonly message: string;
  /** What to do next; always there, so that nobody is left alone with a refusal. */
  readonly hint: string;
  /** Exit code of `hut`; 3 (refused, nothing written) unless told. */
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
}

/**
 * A failure that a person can act on: shown as message and hint, never with a stack.
 * Has `id` and no `code`: `yo` crashes on errors with a string `.code`.
 */
export class HutError extends Error {
  readonly id: string;
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor({ id, message, hint, exitCode = 3, cause }: HutErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'HutError';
    this.id = id;
    this.hint = hint;
    this.exitCode = exitCode;
  }

  /** By its shape: a package of generators brings its own copy of the kit, and what that refuses is refused. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    if (this !== HutError) return super[Symbol.hasInstance](error); // A kind of it has more than its shape.
    if (!(error instanceof Error) || error.name !== 'HutError') return false;
    const { id, hint, exitCode } = error as Partial<HutError>;
    return [typeof id, typeof hint, typeof exitCode].join() === 'string,string,number';
  }
}
