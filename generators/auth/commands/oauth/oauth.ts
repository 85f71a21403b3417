import type { Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { defineGenerator, text, type Argument, type Asked } from '@hut/kit';
import { isKnown } from '../../providers.ts';

const providerArgument: Argument = {
  name: 'provider',
  doc: 'google, github, or a name of your own for another one, with --issuer',
};

const PATH = ['features', 'auth', 'providers'];

/** One more provider that users sign in with. */
export const oauth = defineGenerator({
  id: 'oauth',
  summary: 'One more provider that users sign in with: google, github, any OpenID issuer',
  arguments: [providerArgument],
  options: { issuer: text('', 'Where the OpenID configuration of another provider is') },
  amend: addProvider,
  verbs: { remove: { arguments: [providerArgument], amend: removeProvider } },
});

function addProvider(asked: Asked): readonly Splice[] {
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

/** The inverse: a list that is empty is not written. */
function removeProvider(asked: Asked): readonly Splice[] {
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
