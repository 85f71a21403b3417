import { HutError } from '@hut/errors';
import type { Asked } from '@hut/kit';

/** Another entity of users would leave the rows of the first one behind. Throws HutError `word`. */
export function refuseOtherUser({ values, written }: Asked): void {
  if (written(['features', 'auth']) === undefined) return;
  const [asked, now] = [
    values['user-model'],
    written(['features', 'auth', 'user-model']) ?? 'User',
  ];
  if (asked === undefined || asked === now) return;
  throw new HutError({
    id: 'word',
    message: `Those who log in are called ${String(now)} already`,
    hint: `Give them another name, with all that they have: hut rename model ${String(now)} ${String(asked)}`,
  });
}
