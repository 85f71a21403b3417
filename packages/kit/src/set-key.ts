import { didYouMean, HutError } from '@hut/errors';
import { defineGenerator } from './define-generator.ts';
import type { Asked } from './verb.ts';

/** Which keys of hut.yaml are set by a command: those that hold one value, and that a person decides. */
const keys = ['name', 'description', 'python', 'database', 'ids'] as const;

/** Keys that are changed in another way, or never. */
const elsewhere: Readonly<Record<string, string>> = {
  hut: 'It is the format of the file.',
  generator: 'It is the version of hut that renders the project.',
  target: 'There is one target.',
  architecture: 'There is one architecture.',
  features: 'hut add and hut remove change them.',
  entities: 'hut add, change, rename and remove change them.',
  services: 'hut add service and hut remove service change them.',
  own: 'Edit it in hut.yaml, and run hut sync.',
  plugins: 'They cannot be loaded yet.',
};

/** `hut set python 3.12`: one value of hut.yaml, as a command. */
export const setKey = defineGenerator({
  id: 'set',
  summary: 'one value of hut.yaml',
  arguments: [
    { name: 'key', doc: `What to set: ${keys.join(', ')}` },
    { name: 'value', doc: 'Its new value' },
  ],
  amend: ({ args: [key = '', value], blueprint }: Asked) => {
    const known = keys.find((one) => one === key);
    if (known === undefined) throw noKey(key);
    if (value === undefined || value === blueprint[known]) return [];
    if (known === 'ids' && blueprint.entities.length > 0) throw idsAreSet();
    return [{ set: [known], value }];
  },
});

function noKey(key: string): HutError {
  return new HutError({
    id: 'set-key',
    message: `hut set cannot change "${key}"`,
    hint: elsewhere[key] ?? `${didYouMean(key, keys)}Keys: ${keys.join(', ')}.`,
  });
}

function idsAreSet(): HutError {
  return new HutError({
    id: 'ids',
    message: 'The entities have their ids already, and one kind cannot be made of the other',
    hint: 'Choose ids before the first entity is added, or build a new project: hut build other --from hut.yaml',
  });
}
