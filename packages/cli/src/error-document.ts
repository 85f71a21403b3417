import type { HutError } from '@hut/errors';
import { ConflictError, VerifyError } from '@hut/kit';

/** A failure as the JSON documents hold it. */
export function toErrorDocument(error: Pick<HutError, 'id' | 'message' | 'hint'>): object {
  const { id, message, hint } = error;
  const conflicts = error instanceof ConflictError ? { conflicts: error.conflicts } : {};
  const failed = error instanceof VerifyError ? { failed: error.failed } : {};
  return { error: { id, message, hint, ...conflicts, ...failed } };
}
