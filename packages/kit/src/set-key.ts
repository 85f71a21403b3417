import { defineGenerator } from './define-generator.ts';
import { idsAreSet, noKey, settableKeys } from './settable-keys.ts';
import type { Asked } from './verb.ts';

/** `hut set python 3.12`: one value of hut.yaml, as a command. */
export const setKey = defineGenerator({
  id: 'set',
  summary: 'one value of hut.yaml',
  arguments: [
    { name: 'key', doc: `What to set: ${settableKeys.join(', ')}` },
    { name: 'value', doc: 'Its new value' },
  ],
  amend: ({ args: [key = '', value], blueprint }: Asked) => {
    const known = settableKeys.find((one) => one === key);
    if (known === undefined) throw noKey(key);
    if (value === undefined || value === blueprint[known]) return [];
    if (known === 'ids' && blueprint.entities.length > 0) throw idsAreSet();
    return [{ set: [known], value }];
  },
});
