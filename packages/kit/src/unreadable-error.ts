import { HutError } from '@hut/errors';
import type { Unreadable } from '@hut/reconcile';

/** What to do about a reason; another failure of the disk has no advice but to look. */
const advice: Readonly<Record<string, string>> = {
  'it is not UTF-8 text': 'Save it as UTF-8 text',
  'it is a folder': 'Move the folder away',
  'it is no regular file': 'Move it away',
  'it may not be read': 'Get the right to read it',
};

/** Takes a file that a run must read and why it can't; returns HutError `unreadable` with a hint that fits. */
export function unreadableError(path: string, { unreadable }: Unreadable): HutError {
  return new HutError({
    id: 'unreadable',
    message: `${path} cannot be read: ${unreadable}`,
    hint: `${advice[unreadable] ?? 'Look after it'} and run the command again.`,
  });
}
