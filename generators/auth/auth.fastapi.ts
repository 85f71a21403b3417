import { pythonPackage } from '@hut/fastapi';
import type { Context } from '@hut/kit';
import {
  dependency,
  docs,
  guard,
  job,
  router,
  secret,
  setting,
  symbol,
  testFixture,
  type Contribution,
} from '@hut/render';
import { contributeOAuth } from './oauth.fastapi.ts';
import { hasClaims, toClaimsView } from './claims-view.fastapi.ts';
import { toAuthView, type Transport } from './view.fastapi.ts';

/** Who asks: accounts, sessions, and what guards the routes. */
export function contributeAuth(context: Context): readonly Contribution[] {
  const { blueprint, entities, options, files } = context;
  const user = entities.find(({ name }) => name === options['user-model'])!;
  const transport = options['session'] as Transport;
  const view = (): object => toAuthView(blueprint, user, transport);
  return [
    ...dependencies,
    ...settings,
    guardOf(user.name),
    router(symbol('app.api.v1', 'auth'), { version: 'v1' }),
    testFixture('tests.cheap_passwords'),
    docs('Accounts', {
      band: 'use',
      body: transport === 'cookie' ? `${guide}\n\n${cookieGuide}` : guide,
    }),
    ...(transport === 'bearer' ? [formDependency] : []),
    ...(['commands', 'dependencies', 'services', 'versions'] as const).map(pythonPackage),
    ...files('all', view),
    ...files(transport, view),
    ...(hasClaims(user) ? files('claims', () => toClaimsView(blueprint, user)) : []),
    ...contributeJobs(context),
    ...contributeOAuth(context, user),
  ];
}

const dependencies = [
  dependency('pwdlib', '>=0.3,<1', { extras: ['argon2'] }),
  dependency('pyjwt', '>=2.12,<3'),
  dependency('zxcvbn-rs-py', '>=0.3,<1'),
];

/** The docs page logs in by a form. */
const formDependency = dependency('python-multipart', '>=0.0.20,<1');

const settings = [
  setting('access_token_minutes', 'int', {
    default: '15',
    example: '15',
    doc: 'How long an access token works; it ends earlier when its login does',
  }),
  setting('previous_secret_keys', 'list[SecretStr]', {
    uses: [symbol('pydantic', 'SecretStr')],
    default: '[]',
    example: '[]',
    doc: 'Keys that signed before SECRET_KEY, as JSON, until what they signed has expired',
  }),
  setting('public_url', 'Annotated[str, Field(pattern="^https?://.*[^/]$")]', {
    uses: [symbol('typing', 'Annotated'), symbol('pydantic', 'Field')],
    example: 'http://127.0.0.1:8000',
    local: 'http://127.0.0.1:8000',
    doc: 'Where people find the site: links in mail begin with it, and tokens name it',
  }),
  setting('refresh_token_days', 'int', {
    default: '30',
    example: '30',
    doc: 'How long a login lasts',
  }),
  secret('secret_key', { doc: 'Signs access tokens' }),
];

const guide = `People register, log in and see their sessions under \`/api/v1/auth\`; the docs page shows the routes. A route
asks for whoever is logged in by a parameter \`user: CurrentUser\`, and for more by
\`dependencies=[Depends(require_roles("editor"))]\`, from \`app/dependencies/auth.py\`. What a role allows stands in
\`app/core/permissions.py\`. The first admin registers like everybody, and is then made one:

\`\`\`sh
uv run python -m app.commands.grant_role ada@example.com admin
\`\`\`

Mail links to two pages of the site at \`PUBLIC_URL\`, which are its front end's to make: \`/verify-email#token=...\` sends
the token to \`POST /api/v1/auth/verify\`, and \`/reset-password#token=...\` with a new password to \`POST
/api/v1/auth/password/reset/confirm\`.

A password has twelve characters or more. It is refused when it is easy to guess once the name of the site and the words
of its owner's address are taken out: \`app/core/password_strength.py\`.

A new \`SECRET_KEY\` logs nobody out while \`PREVIOUS_SECRET_KEYS\` names the old one.`;

const cookieGuide = `A login is two cookies, which the browser keeps and no script reads. After a 401 a front end calls \`POST
/api/v1/auth/refresh\` and asks again. One on another origin of the same site is named in \`CORS_ORIGINS\`, with
\`CORS_ALLOW_CREDENTIALS=true\`; what other sites have a browser send is refused.`;

/** What has ended is removed where somebody runs jobs. */
function contributeJobs({ files, has }: Context): readonly Contribution[] {
  if (!has('jobs')) return [];
  const remove = symbol('app.services.expired_tokens', 'remove_expired_tokens');
  return [job('remove-expired-tokens', { use: remove, when: '0 3 * * *' }), ...files('jobs')];
}

function guardOf(entity: string): Contribution {
  const dependency = (name: string) => symbol('app.dependencies.auth', name);
  return guard({
    entity,
    login: dependency('require_user'),
    roles: dependency('require_roles'),
    user: dependency('CurrentUser'),
    logIn: symbol('tests.accounts', 'log_in'),
    logOut: symbol('tests.accounts', 'log_out'),
  });
}
