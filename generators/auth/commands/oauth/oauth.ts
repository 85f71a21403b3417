import { defineGenerator, text, type Argument } from '@hut/kit';
import { addProvider, removeProvider } from './change-providers.ts';

const providerArgument: Argument = {
  name: 'provider',
  doc: 'google, github, or a name of your own for another one, with --issuer',
  examples: ['google', 'github', 'work'],
};

/** One more provider that users sign in with. */
export const oauth = defineGenerator({
  id: 'oauth',
  summary: 'One more provider that users sign in with: google, github, any OpenID issuer',
  arguments: [providerArgument],
  options: { issuer: text('', 'Where the OpenID configuration of another provider is') },
  examples: [{}, { issuer: 'https://sso.example.com' }],
  amend: addProvider,
  verbs: { remove: { arguments: [providerArgument], amend: removeProvider } },
});
