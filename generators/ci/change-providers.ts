import type { Splice } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';
import { rememberOptions, type Asked } from '@hut/kit';
import { PROVIDERS, USUAL_PROVIDER } from './providers.ts';

const FEATURE = ['features', 'ci'];
const PATH = [...FEATURE, 'providers'];

/** `hut add ci gitlab`: one more. Throws HutError `word` for one that is not known, and where word and option both say it. */
export function addProvider(asked: Asked): readonly Splice[] {
  const [word] = asked.args;
  if (word === undefined) return rememberOptions('ci')(asked);
  const added = toProviders(word);
  if ('providers' in asked.values) throw saidTwice();
  const isThere = asked.written(FEATURE) !== undefined;
  const providers = sorted([...(isThere ? providersOf(asked) : []), ...added]);
  if (isThere && String(providers) === String(providersOf(asked)))
    return rememberOptions('ci')(asked);
  return rememberOptions('ci')({ ...asked, values: { ...asked.values, providers } });
}

/** `hut remove ci gitlab`: one less; the feature goes with the last, and without a word. Throws HutError `word`. */
export function removeProvider(asked: Asked): readonly Splice[] {
  const [word] = asked.args;
  if (word === undefined) return [{ remove: FEATURE }];
  const removed = toProviders(word);
  const providers = providersOf(asked);
  const missing = removed.find((name) => !providers.includes(name));
  if (missing !== undefined) throw notThere(missing, providers);
  const left = providers.filter((name) => !removed.includes(name));
  return [left.length === 0 ? { remove: FEATURE } : { set: PATH, value: left }];
}

/** A word may hold several: `github,gitlab`. */
function toProviders(word: string): readonly string[] {
  const names = word.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !PROVIDERS.some((known) => known === name));
  if (unknown !== undefined) throw notKnown(unknown);
  return names;
}

function providersOf({ written }: Asked): readonly string[] {
  const value = written(PATH);
  return Array.isArray(value) ? value.map(String) : [USUAL_PROVIDER];
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function notKnown(name: string): HutError {
  return new HutError({
    id: 'word',
    message: `There is no CI for ${name}`,
    hint: `${didYouMean(name, PROVIDERS)}Write ${PROVIDERS.join(' or ')}.`,
  });
}

function notThere(name: string, providers: readonly string[]): HutError {
  return new HutError({
    id: 'word',
    message: `${name} does not run the checks of this project`,
    hint: `It is: ${providers.join(', ')}.`,
  });
}

function saidTwice(): HutError {
  return new HutError({
    id: 'word',
    message: 'Where the checks run is said twice',
    hint: 'Write the word, which adds one, or --providers, which decides them all.',
  });
}
