import { openLogin, statusOfMe } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import { claimsOf, forgeToken, type Forgery } from './forge-token.ts';

const hour = 3600;
const now = (): number => Math.floor(Date.now() / 1000);

/** Each changes one thing of a token that is accepted; what else it needs for that stays right. */
const forgeries: Readonly<Record<string, () => Forgery>> = {
  expired: () => ({ claims: { iat: now() - hour, exp: now() - 1 } }),
  'without an end': () => ({ claims: { exp: undefined } }),
  'from the future': () => ({ claims: { iat: now() + hour, exp: now() + 2 * hour } }),
  'not valid before later': () => ({ claims: { nbf: now() + hour } }),
  'alg none': () => ({ header: { alg: 'none' } }),
  'alg None': () => ({ header: { alg: 'None' } }),
  'alg none, and no key named': () => ({ header: { alg: 'none', kid: undefined } }),
  'without a signature': () => ({ key: null }),
  'another algorithm, the right key': () => ({ header: { alg: 'HS512' } }),
  'another key': () => ({ key: 'k'.repeat(43) }),
  'an empty key': () => ({ key: '' }),
  'a key that is not known': () => ({ header: { kid: 'unknown' } }),
  'a key that is a path': () => ({ header: { kid: '../../../dev/null' }, key: '' }),
  'a key that is no text': () => ({ header: { kid: ['a'] } }),
  'a key that it brings along': () => ({
    header: { kid: undefined, jwk: { kty: 'oct', k: 'a2tr' } },
    key: 'kkk',
  }),
  'an extension that must be understood': () => ({ header: { crit: ['exp'] } }),
  'of another type': () => ({ header: { typ: 'JWT' } }),
  'of no type': () => ({ header: { typ: undefined } }),
  'for another service': () => ({ claims: { aud: 'another' } }),
  'for no service': () => ({ claims: { aud: undefined } }),
  'by another issuer': () => ({ claims: { iss: 'https://evil.example' } }),
  'by no issuer': () => ({ claims: { iss: undefined } }),
  'without an id': () => ({ claims: { jti: undefined } }),
  'of no session': () => ({ claims: { sid: undefined } }),
  'of a session that is not there': () => ({ claims: { sid: 'x'.repeat(43) } }),
  'of nobody': () => ({ claims: { sub: undefined } }),
  'of somebody who is not there': () => ({ claims: { sub: '1' } }),
};

/** Access tokens that the site did not issue, even by its own key. */
export const tokenAttacks: readonly Attack[] = [
  ['a token that is forged with the key and says the same is accepted', acceptSame],
  ...Object.entries(forgeries).map(([name, forgery]): Attack => [
    `a token is refused: ${name}`,
    async (site) => expect(await statusOf(site, forgery())).toBe(401),
  ]),
  ['the session of one does not let in another', mixSessions],
  ['what is no token is refused', sendRubbish],
];

/** Without this the others would prove nothing. */
async function acceptSame(site: Site): Promise<void> {
  expect(await statusOf(site, {})).toBe(200);
  expect(await statusOf(site, { claims: { exp: now() + 60 } })).toBe(200);
}

let login: ReturnType<typeof openLogin> | undefined;

/** All of them attack the same session, which goes on. */
async function statusOf(site: Site, forgery: Forgery): Promise<number> {
  login ??= openLogin(site);
  const { visitor, access_token } = await login;
  return statusOfMe(visitor, forgeToken(access_token, site.secretKey, forgery));
}

async function mixSessions(site: Site): Promise<void> {
  const [victim, thief] = [await openLogin(site), await openLogin(site)];
  const { sub, sid } = claimsOf(victim.access_token);
  for (const claims of [{ sub }, { sid }]) {
    const token = forgeToken(thief.access_token, site.secretKey, { claims });
    expect(await statusOfMe(thief.visitor, token)).toBe(401);
  }
}

async function sendRubbish(site: Site): Promise<void> {
  const { visitor, access_token } = await openLogin(site);
  const [header, claims, signature] = access_token.split('.') as [string, string, string];
  const cut = access_token.slice(0, -2);
  const rubbish = ['', 'x', '..', '...', 'null', cut, `${header}.${signature}.${claims}`];
  for (const token of rubbish) expect(await statusOfMe(visitor, token)).toBe(401);
  for (const scheme of ['Basic', 'Token', 'Bearer Bearer']) {
    const headers = { Authorization: `${scheme} ${access_token}` };
    const { status } = await visitor.ask('GET /api/v1/auth/me', { headers });
    expect(status).toBe(401);
  }
  const { status } = await visitor.ask(`GET /api/v1/auth/me?access_token=${access_token}`);
  expect(status).toBe(401);
}
