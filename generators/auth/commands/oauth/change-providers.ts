import type { Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import type { Asked } from '@hut/kit';
import { isKnown } from '../../providers.ts';

const PATH = ['features', 'auth', 'providers'];

/** `hut add oauth work --issuer URL`. Throws HutError `word` for one whose issuer nobody knows. */
export function addProvider(asked: Asked): readonly Splice[] {
  const {
    args: [name],
    values,
  } = asked;
  if (name === undefined) return [];
  const issuer = String(values['issuer'] ?? '');
  if (issuer === '' && !isKnown(name)) throw noIssuer(name);
  const item = issuer === '' ? name : `${name}=${issuer}`;
  const others = providersOf(asked).filter((other) => nameOf(other) !== name);
  return [{ set: PATH, value: [...others, item].sort() }];
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

function noProvider(name: string, providers: readonly string[]): HutError {
  const known = providers.map(nameOf).join(', ');
  return new HutError({
    id: 'word',
    message: `Nobody signs in with ${name}`,
    hint: known === '' ? 'There are no providers.' : `Providers: ${known}.`,
  });
}
