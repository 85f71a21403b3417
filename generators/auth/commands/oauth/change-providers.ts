import type { Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import type { Asked } from '@hut/kit';
import { isKnown } from '../../providers.ts';

const PATH = ['features', 'auth', 'providers'];

/** `hut add oauth work --issuer URL`. Throws HutError `word` for one whose issuer nobody knows, `needed` without auth. */
export function addProvider(asked: Asked): readonly Splice[] {
  const {
    args: [name],
    values,
  } = asked;
  if (name === undefined) return [];
  const issuer = String(values['issuer'] ?? '');
  if (issuer === '' && !isKnown(name)) throw noIssuer(name);
  if (asked.written(PATH.slice(0, -1)) === undefined) throw noAuth(name);
  const item = issuer === '' ? name : `${name}=${issuer}`;
  const providers = providersOf(asked);
  if (providers.includes(item)) return [];
  if (providers.some((other) => nameOf(other) === name)) throw isThere(name);
  return [{ set: PATH, value: [...providers, item] }];
}

/** The inverse: a list that is empty is not written. Throws HutError `word` for one that is not there. */
export function removeProvider(asked: Asked): readonly Splice[] {
  const {
    args: [name],
  } = asked;
  if (name === undefined) return [];
  const providers = providersOf(asked);
  const left = providers.filter((other) => nameOf(other) !== name);
  if (left.length === providers.length) throw noProvider(name, providers);
  return [left.length === 0 ? { remove: PATH } : { set: PATH, value: left }];
}

function providersOf({ written }: Asked): readonly string[] {
  const value = written(PATH);
  return Array.isArray(value) ? value.map(String) : [];
}

function nameOf(item: string): string {
  return item.split('=')[0]!;
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

function noProvider(name: string, providers: readonly string[]): HutError {
  const known = providers.map(nameOf).join(', ');
  return new HutError({
    id: 'word',
    message: `Nobody signs in with ${name}`,
    hint: known === '' ? 'There are no providers.' : `Providers: ${known}.`,
  });
}
