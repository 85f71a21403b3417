import { HutError } from '@hut/errors';

/**
 * Does work for Yeoman and lets its errors leave in the form that `yo` can show: `yo` prints the message alone,
 * and crashes on an error that has a text as `code`, as those of Node have.
 */
export async function withYeomanErrors<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toYeomanError(error);
  }
}

function toYeomanError(error: unknown): unknown {
  if (error instanceof HutError) return toUserError(error);
  const isDeadly = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isDeadly ? new Error(error.message, { cause: error }) : error;
}

/** What a person can mend: message and hint are all there is to show, a stack says nothing more. */
function toUserError(error: HutError): Error {
  const text = error.hint === '' ? error.message : `${error.message}\n${error.hint}`;
  const shown = new Error(text, { cause: error });
  shown.stack = text;
  return shown;
}
