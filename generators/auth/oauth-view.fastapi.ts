import type { Entity, Field } from '@hut/blueprint';
import { importLines, pythonCall } from '@hut/fastapi';
import { pythonLiteral, symbol, type CodeSymbol } from '@hut/render';
import { isKnown, type Provider } from './providers.ts';
import { userSymbols } from './view.fastapi.ts';

/** What the templates of sign-in at other providers print. */
export function toOAuthView(providers: readonly Provider[], user: Entity): object {
  const shapes = providers.map(shapeOf);
  return {
    ...importsView(user),
    providerImports: block(
      symbol('app.core.oauth', 'Provider'),
      symbol('app.core.settings', 'Settings'),
      ...shapes.map(({ provider }) => provider),
    ),
    providers: providers.map(toProviderCall),
    fakeImports: block(...fakeSymbols(user), ...shapes.map(({ fake }) => fake)),
    fakes: providers.map((one) => `${pythonLiteral(one.name)}: ${shapeOf(one).fake.name}`),
    isOpenToNewUsers: !user.fields.some(mustBeSaid),
  };
}

/** The two sorts of providers: each has a class, and one on its other side in tests. */
const OPENID = {
  provider: symbol('app.core.oauth_openid', 'OpenIdProvider'),
  fake: symbol('tests.fake_openid', 'FakeOpenId'),
};
const GITHUB = {
  provider: symbol('app.core.oauth_github', 'GithubProvider'),
  fake: symbol('tests.fake_github', 'FakeGithub'),
};

function shapeOf({ issuer }: Provider): typeof OPENID {
  return issuer === null ? GITHUB : OPENID;
}

/** As it names itself (RFC 9207), which for GitHub no configuration says. */
const GITHUB_ISSUER = 'https://github.com/login/oauth';

function toProviderCall(one: Provider): string {
  const { name, issuer } = one;
  const said = isKnown(name) ? pythonLiteral(issuer ?? GITHUB_ISSUER) : `settings.${name}_issuer`;
  const given = ['id', 'secret'].map((what) => `settings.${name}_client_${what}`);
  return pythonCall(shapeOf(one).provider.name, [pythonLiteral(name), said, ...given], 8);
}

/** What a new record needs, and a provider does not tell. */
function mustBeSaid(field: Field): boolean {
  const isGiven = field.kind === 'scalar' && field.default !== undefined;
  return !field.optional && !isGiven && field.name !== 'email';
}

const LINKED_IDENTITY = symbol('app.models.linked_identity', 'LinkedIdentity');
const ONE_TIME_TOKEN = symbol('app.models.one_time_token', 'OneTimeToken');
const CREATE_IDENTITY = symbol('tests.factories.linked_identity', 'create_linked_identity');
const CREATE_TOKEN = symbol('tests.factories.one_time_token', 'create_one_time_token');

/** The blocks of imports whose order depends on the name of the class of the users. */
function importsView(entity: Entity): object {
  const { user, create } = userSymbols(entity);
  return {
    userImport: block(user),
    modelImports: block(LINKED_IDENTITY, ONE_TIME_TOKEN, user),
    tokenAndUserImports: block(ONE_TIME_TOKEN, user),
    identityAndUserImports: block(LINKED_IDENTITY, user),
    factoryImports: block(CREATE_IDENTITY, CREATE_TOKEN, create),
    identityAndUserFactoryImports: block(CREATE_IDENTITY, create),
  };
}

function fakeSymbols(entity: Entity): readonly CodeSymbol[] {
  const { user, create } = userSymbols(entity);
  const names = ['CLIENT_ID', 'CLIENT_SECRET', 'FakeProvider', 'Query', 'query_of'];
  return [
    user,
    create,
    ...names.map((name) => symbol('tests.fake_provider', name)),
    ...['by', 'tokens_in'].map((name) => symbol('tests.accounts', name)),
  ];
}

function block(...symbols: readonly CodeSymbol[]): string {
  return importLines(symbols).join('\n');
}
