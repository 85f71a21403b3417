import type { Splice } from '@hut/blueprint';
import { didYouMean, HutError } from '@hut/errors';
import { featureList, type Asked } from '@hut/kit';
import { PROVIDERS, USUAL_PROVIDER } from './providers.ts';

const providers = featureList({ feature: 'ci', option: 'providers', usual: [USUAL_PROVIDER] });

/** `hut add ci gitlab`: one more. Throws HutError `word` for one that is not known, and where word and option both say it. */
export function addProvider(asked: Asked): readonly Splice[] {
  const added = toProviders(asked.args[0] ?? '');
  if (added.length > 0 && 'providers' in asked.values) throw saidTwice();
  return providers.add(asked, added, asked.values);
}

/** `hut remove ci gitlab`: one less; the feature goes with the last, and without a word. Throws HutError `word`. */
export function removeProvider(asked: Asked): readonly Splice[] {
  const there = providers.items(asked);
  const [word] = asked.args;
  const removed = word === undefined ? there : toProviders(word);
  const missing = removed.find((name) => !there.includes(name));
  if (missing !== undefined) throw notThere(missing, there);
  return providers.remove(asked, removed);
}

/** A word may hold several: `github,gitlab`. */
function toProviders(word: string): readonly string[] {
  const names = word.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !PROVIDERS.some((known) => known === name));
  if (unknown !== undefined) throw notKnown(unknown);
  return names;
}

function notKnown(name: string): HutError {
  return new HutError({
    id: 'word',
    message: `There is no CI for ${name}`,
    hint: `${didYouMean(name, PROVIDERS)}Write ${PROVIDERS.join(' or ')}.`,
  });
}

function notThere(name: string, there: readonly string[]): HutError {
  return new HutError({
    id: 'word',
    message: `${name} does not run the checks of this project`,
    hint: `It is: ${there.join(', ')}.`,
  });
}

function saidTwice(): HutError {
  return new HutError({
    id: 'word',
    message: 'Where the checks run is said twice',
    hint: 'Write the word, which adds one, or --providers, which decides them all.',
  });
}
