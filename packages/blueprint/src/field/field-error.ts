import { HutError } from '@hut/errors';

/** A refusal of one field, without saying which: the reader that knows puts its path before. */
export function fieldError(message: string, hint: string): HutError {
  return new HutError({ id: 'field', message, hint, exitCode: 3 });
}

/** The same refusal with the place before its message; other errors as they are. */
export function placeFieldError(error: unknown, place: string): unknown {
  if (!(error instanceof HutError) || error.id !== 'field') return error;
  return fieldError(`${place}: ${error.message}`, error.hint);
}
