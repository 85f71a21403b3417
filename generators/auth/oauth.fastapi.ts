import type { Entity } from '@hut/blueprint';
import type { Context } from '@hut/kit';
import {
  dependency,
  docs,
  dotEnvText,
  lifespan,
  middleware,
  pythonLiteral,
  router,
  setting,
  symbol,
  testFixture,
  type Contribution,
} from '@hut/render';
import { toOAuthView } from './oauth-view.fastapi.ts';
import { isKnown, toProviders, type Provider } from './providers.ts';

/** Sign-in at other providers, where hut.yaml lists some. */
export function contributeOAuth(context: Context, user: Entity): readonly Contribution[] {
  const { options, files } = context;
  const providers = toProviders(options['providers'] as readonly string[]);
  if (providers.length === 0) return [];
  const view = (): object => toOAuthView(providers, user);
  return [
    ...dependencies,
    ...settings,
    ...providers.flatMap(settingsOf),
    ...wiring,
    docs('Sign-in at other providers', { band: 'use', body: toGuide(providers) }),
    ...files('oauth', view),
    ...(providers.some(speaksOpenId) ? files('openid', view) : []),
    ...(providers.every(speaksOpenId) ? [] : files('github', view)),
  ];
}

function speaksOpenId({ issuer }: Provider): boolean {
  return issuer !== null;
}

const dependencies = [
  dependency('authlib', '>=1.9,<2'),
  dependency('httpx2', '>=2.0,<3'),
  dependency('itsdangerous', '>=2.2,<3'),
  dependency('joserfc', '>=1.6.1,<2'),
  dependency('types-authlib', '>=1.8', { group: 'dev' }),
];

const settings = [
  setting('api_url', 'Annotated[str, Field(pattern="^(https?://.*[^/])?$")]', {
    uses: [symbol('typing', 'Annotated'), symbol('pydantic', 'Field')],
    default: '""',
    example: '',
    doc: 'Where browsers reach the API, if not below PUBLIC_URL: providers send them back there',
  }),
  setting('frontend_origins', 'list[Annotated[str, Field(pattern="^https?://[^/]+$")]]', {
    uses: [symbol('typing', 'Annotated'), symbol('pydantic', 'Field')],
    default: '[]',
    example: '[]',
    doc: 'Origins that a sign-in may end at, beside the one of PUBLIC_URL, as JSON',
  }),
];

/** What the providers gave this application, and which of their servers it is. */
function settingsOf({ name, issuer }: Provider): readonly Contribution[] {
  const title = titleOf(name);
  return [
    setting(`${name}_client_id`, 'str', {
      default: '""',
      example: '',
      doc: `What ${title} calls this application; nobody signs in there while it is empty`,
    }),
    setting(`${name}_client_secret`, 'SecretStr', {
      uses: [symbol('pydantic', 'SecretStr')],
      default: 'SecretStr("")',
      example: '',
      doc: `What ${title} knows this application by`,
    }),
    ...(issuer === null || isKnown(name) ? [] : [issuerOf(name, issuer)]),
  ];
}

function issuerOf(name: string, issuer: string): Contribution {
  return setting(`${name}_issuer`, 'str', {
    default: pythonLiteral(issuer),
    example: dotEnvText(issuer),
    doc: `Which server ${name} is; another one elsewhere`,
  });
}

const wiring = [
  router(symbol('app.api.v1', 'oauth'), { version: 'v1' }),
  lifespan('oauth', {
    band: 'connections',
    use: symbol('app.core.oauth_providers', 'open_oauth'),
  }),
  // The prefix has browsers refuse one that another host of the domain sets.
  middleware(symbol('starlette.middleware.sessions', 'SessionMiddleware'), {
    band: 'session',
    args: [
      'secret_key=settings.secret_key.get_secret_value()',
      'session_cookie="__Host-oauth" if settings.is_production else "oauth"',
      'max_age=600',
      'same_site="lax"',
      'https_only=settings.is_production',
    ],
  }),
  testFixture('tests.oauth'),
];

function titleOf(name: string): string {
  return TITLES[name] ?? name;
}

const TITLES: Readonly<Record<string, string>> = { github: 'GitHub', google: 'Google' };

/** What whoever sets the project up has to know, and whoever writes its front end. */
function toGuide(providers: readonly Provider[]): string {
  const rows = providers.map(({ name }) => {
    const settings = ['id', 'secret'].map(
      (what) => `\`${name.toUpperCase()}_CLIENT_${what.toUpperCase()}\``,
    );
    return `| ${titleOf(name)} | ${settings.join(', ')} | \`/api/v1/auth/oauth/${name}/callback\` |`;
  });
  return [
    'Register the application at each provider, with the callback below PUBLIC_URL (or API_URL, where that is another),',
    'and say in the settings what it is called there. Without them the provider answers 503.',
    '',
    '| provider | settings | callback |',
    '| --- | --- | --- |',
    ...rows,
    '',
    guide,
  ].join('\n');
}

const guide = `The front end opens \`/api/v1/auth/oauth/<provider>?next=/welcome\`. The browser comes back to \`next\`, which is a path
below PUBLIC_URL or a URL of an origin in FRONTEND_ORIGINS, with \`code=...\` or with \`error=...\`: \`access_denied\`,
\`email_unverified\`, \`registration_required\`, \`already_linked\` or \`failed\`. It sends the code to
\`POST /api/v1/auth/oauth/exchange\` within a minute, with the cookies of that browser (\`credentials: "include"\` where
the API has another origin of the same site), and gets the tokens.

Whoever is logged in adds a provider by \`POST /api/v1/auth/oauth/<provider>/link\`, which answers where to go, and
takes it away by \`DELETE\`. An identity belongs to an account only when both have verified their address; who
registered with the address of somebody else loses that account to its owner.`;
