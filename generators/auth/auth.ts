import { choice, defineGenerator, rememberOptions } from '@hut/kit';
import { bringEntities } from './entities.ts';
import { contributeAuth } from './auth.fastapi.ts';
import { oauth } from './commands/oauth/oauth.ts';
import { protect } from './commands/protect/protect.ts';
import { PROVIDERS } from './providers.ts';
import { refuseKind } from './refuse-kind.ts';
import { refuseOtherUser } from './refuse-other-user.ts';

/** Who asks, and what they may do. */
export const generator = defineGenerator({
  id: 'auth',
  summary: 'Registration, login, sessions, roles; sign-in with Google, GitHub and OpenID providers',
  feature: true,
  commands: [oauth, protect],
  requires: () => ['limiter', 'mailer'],
  arguments: [
    {
      name: 'kind',
      doc: 'jwt: with passwords; oauth: with the accounts of others too',
      optional: true,
      examples: ['jwt', 'oauth'],
      isWanted: () => false,
    },
  ],
  options: {
    providers: {
      type: 'list',
      default: [],
      doc: 'Who else knows your users: google, github, or name=https://issuer',
      ...PROVIDERS,
      buildFlag: 'oauth-providers',
    },
    session: choice(
      ['bearer', 'cookie'],
      'bearer',
      'How a client shows who it is: a token in a header, or cookies that no script reads',
    ),
    'user-model': {
      type: 'text',
      default: 'User',
      doc: 'The entity of those who log in',
      namesEntity: true,
      pattern: '[A-Z][A-Za-z0-9]*',
      expects: 'the name of an entity: Account',
    },
  },
  examples: [
    {},
    { providers: ['google', 'github'] },
    { session: 'cookie' },
    { providers: ['work=https://sso.example.com'], 'user-model': 'Account' },
  ],
  brings: bringEntities,
  amend: (asked) => {
    refuseKind(asked);
    refuseOtherUser(asked);
    return rememberOptions('auth')(asked);
  },
  contribute: contributeAuth,
});
