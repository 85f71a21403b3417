import { didYouMean, HutError } from '@hut/errors';

/** The keys of hut.yaml that a command sets: those that hold one value, and that a person decides. */
export const settableKeys = ['name', 'description', 'python', 'database', 'ids'] as const;

/** Keys that are changed in another way, or never. */
const elsewhere: Readonly<Record<string, string>> = {
  hut: 'It is the format of the file.',
  generator: 'It is the version of hut that renders the project.',
  target: 'There is one target.',
  architecture: 'There is one architecture.',
  features: 'hut add and hut remove change them.',
  entities: 'hut add, change, rename and remove change them.',
  services: 'hut add service and hut remove service change them.',
  own: 'hut own and hut disown change it.',
  db: 'It is called database: hut set database postgresql.',
  plugins: 'hut plugin add and hut plugin remove change them.',
};

/** What `hut set` throws for a key that it does not set. */
export function noKey(key: string): HutError {
  return new HutError({
    id: 'set-key',
    message: `hut set cannot change "${key}"`,
    hint: elsewhere[key] ?? `${didYouMean(key, settableKeys)}Keys: ${settableKeys.join(', ')}.`,
  });
}

/** What `hut set` throws for the ids of entities that are there. */
export function idsAreSet(): HutError {
  return new HutError({
    id: 'ids',
    message: 'The entities have their ids already, and one kind cannot be made of the other',
    hint: 'Choose ids before the first entity is added, or build a new project: hut build other --from hut.yaml',
  });
}
