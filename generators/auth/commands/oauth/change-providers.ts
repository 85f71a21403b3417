import type { Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { featureList, type Asked } from '@hut/kit';
import { isKnown } from '../../providers.ts';

const nameOf = (item: string): string => item.split('=')[0]!;
const providers = featureList({ feature: 'auth', option: 'providers', nameOf });

/** `hut add oauth work --issuer URL`. Throws HutError `word` for one whose issuer nobody knows, `needed` without auth. */
export function addProvider(asked: Asked): readonly Splice[] {
  const [name] = asked.args;
  if (name === undefined) return [];
  if (name.includes(',')) throw oneAtATime(name);
  const issuer = String(asked.values['issuer'] ?? '');
  if (issuer === '' && !isKnown(name)) throw noIssuer(name);
  if (asked.written(['features', 'auth']) === undefined) throw noAuth(name);
  const item = issuer === '' ? name : `${name}=${issuer}`;
  const there = providers.find(asked, name);
  if (there !== undefined && there !== item) throw isThere(name);
  return providers.add(asked, [item]);
}

/** The inverse: a list that is empty is not written. Throws HutError `word` for one that is not there. */
export function removeProvider(asked: Asked): readonly Splice[] {
  const [name] = asked.args;
  if (name === undefined) return [];
  const item = providers.find(asked, name);
  if (item === undefined) throw noProvider(name, providers.items(asked));
  return providers.remove(asked, [item]);
}

function oneAtATime(names: string): HutError {
  return new HutError({
    id: 'word',
    message: `One provider at a time, and not ${names}`,
    hint: `Or say all that there shall be: hut add auth --providers ${names}`,
  });
}

function noIssuer(name: string): HutError {
  return new HutError({
    id: 'word',
    message: `Where ${name} is, is not known`,
    hint: `Say it: hut add oauth ${name} --issuer https://sso.example.com. Known: github, google.`,
  });
}

function noAuth(name: string): HutError {
  return new HutError({
    id: 'needed',
    message: 'Nobody logs in to this project',
    hint: `Add that first: hut add auth. Or both at once: hut add auth --providers ${name}`,
  });
}

function isThere(name: string): HutError {
  return new HutError({
    id: 'word',
    message: `Users sign in with ${name} already, and it is another one`,
    hint: `Remove that first: hut remove oauth ${name}. Or take another name.`,
  });
}

function noProvider(name: string, there: readonly string[]): HutError {
  const known = there.map(nameOf).join(', ');
  return new HutError({
    id: 'word',
    message: `Nobody signs in with ${name}`,
    hint: known === '' ? 'There are no providers.' : `Providers: ${known}.`,
  });
}
