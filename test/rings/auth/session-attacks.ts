import {
  askRefresh,
  askReset,
  AUTH,
  confirmReset,
  logIn,
  openAccount,
  openLogin,
  statusOfMe,
  statusOfRefresh,
  tokensIn,
} from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';

const password = 'another long password';

/** Tokens that come again, or too late, or where they do not belong. */
export const sessionAttacks: readonly Attack[] = [
  ['a refresh token that is replayed ends its family, and no other', replayRefresh],
  ['neither kind of token serves as the other', swapTokens],
  ['nothing of a session works after its logout', useAfterLogout],
  ['a logout everywhere ends every session', useAfterLogoutEverywhere],
  ['nobody ends the session of another, or sees it', endOther],
  ['a change of the password ends every session, and the old password', useAfterChange],
  ['a link of a reset works once, ends every session, and the old password', resetTwice],
  ['a token for one purpose does not serve another', swapPurposes],
  ['links lead to the site, whatever host the request names', forgeHost],
];

async function replayRefresh(site: Site): Promise<void> {
  const account = await openAccount(site);
  const [stolen, other] = [await logIn(account), await logIn(account)];
  const { visitor } = account;
  const fresh = tokensIn(await askRefresh(visitor, stolen.refresh_token));
  expect(await statusOfMe(visitor, fresh.access_token)).toBe(200);
  expect(await statusOfRefresh(site.visitor(), stolen.refresh_token)).toBe(401);
  expect(await statusOfRefresh(visitor, fresh.refresh_token)).toBe(401);
  for (const tokens of [stolen, fresh])
    expect(await statusOfMe(visitor, tokens.access_token)).toBe(401);
  expect(await statusOfMe(visitor, other.access_token)).toBe(200);
  expect(await statusOfRefresh(visitor, other.refresh_token)).toBe(200);
}

async function swapTokens(site: Site): Promise<void> {
  const { visitor, ...tokens } = await openLogin(site);
  expect(await statusOfMe(visitor, tokens.refresh_token)).toBe(401);
  expect([401, 422]).toContain(await statusOfRefresh(visitor, tokens.access_token));
  expect(await statusOfMe(visitor, tokens.access_token)).toBe(200);
}

async function useAfterLogout(site: Site): Promise<void> {
  const { visitor, access_token, refresh_token } = await openLogin(site);
  const body = { refresh_token };
  expect((await visitor.ask(`POST ${AUTH}/logout`, { body }, 1)).status).toBe(204);
  expect(await statusOfMe(visitor, access_token)).toBe(401);
  expect(await statusOfRefresh(visitor, refresh_token)).toBe(401);
}

async function useAfterLogoutEverywhere(site: Site): Promise<void> {
  const account = await openAccount(site);
  const { visitor } = account;
  const logins = [await logIn(account), await logIn(account)];
  const token = logins[0]!.access_token;
  expect((await visitor.ask(`POST ${AUTH}/logout/all`, { token })).status).toBe(204);
  for (const login of logins) {
    expect(await statusOfMe(visitor, login.access_token)).toBe(401);
    expect(await statusOfRefresh(visitor, login.refresh_token)).toBe(401);
  }
}

async function endOther(site: Site): Promise<void> {
  const [victim, thief] = [await openLogin(site), await openLogin(site)];
  const [theirs, own] = [await sessionsOf(victim), await sessionsOf(thief)];
  expect([theirs.length, own.length]).toEqual([1, 1]);
  const { visitor, access_token: token } = thief;
  expect((await visitor.ask(`DELETE ${AUTH}/sessions/${theirs[0]!}`, { token })).status).toBe(404);
  expect(await statusOfMe(victim.visitor, victim.access_token)).toBe(200);
  expect((await visitor.ask(`DELETE ${AUTH}/sessions/${own[0]!}`, { token })).status).toBe(204);
  expect(await statusOfMe(visitor, token)).toBe(401);
}

async function sessionsOf({ visitor, access_token: token }: Login): Promise<readonly string[]> {
  const { text } = await visitor.ask(`GET ${AUTH}/sessions`, { token });
  return (JSON.parse(text) as { id: string }[]).map(({ id }) => id);
}

type Login = Awaited<ReturnType<typeof openLogin>>;

async function useAfterChange(site: Site): Promise<void> {
  const login = await openLogin(site);
  const { visitor, access_token: token } = login;
  const change = `POST ${AUTH}/password/change`;
  const wrong = { current_password: 'not the one it is', password };
  expect((await visitor.ask(change, { token, body: wrong })).status).toBe(403);
  const right = { current_password: login.password, password };
  expect((await visitor.ask(change, { token, body: right })).status).toBe(204);
  await expectClosed(login);
}

async function resetTwice(site: Site): Promise<void> {
  const login = await openLogin(site);
  const token = await askReset(site, login);
  expect(await confirmReset(site, token, password)).toBe(204);
  expect(await confirmReset(site, token, password)).toBe(400);
  await expectClosed(login);
}

/** Nothing that was known before opens the door; the new password does. */
async function expectClosed(login: Login): Promise<void> {
  const { visitor, email } = login;
  expect(await statusOfMe(visitor, login.access_token)).toBe(401);
  expect(await statusOfRefresh(visitor, login.refresh_token)).toBe(401);
  const body = { email, password: login.password };
  expect((await visitor.ask(`POST ${AUTH}/login`, { body })).status).toBe(401);
  await logIn({ ...login, password });
}

async function swapPurposes(site: Site): Promise<void> {
  const { visitor, ...login } = await openLogin(site);
  const token = await askReset(site, { visitor, ...login });
  expect((await visitor.ask(`POST ${AUTH}/verify`, { body: { token } })).status).toBe(400);
  expect(await statusOfRefresh(visitor, token)).toBe(401);
  expect(await statusOfMe(visitor, token)).toBe(401);
  expect(await confirmReset(site, login.refresh_token, password)).toBe(400);
  expect(await confirmReset(site, token, password)).toBe(204);
}

async function forgeHost(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const headers = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
    Origin: 'https://evil.example',
  };
  const asked = { body: { email }, headers };
  expect((await site.visitor().ask(`POST ${AUTH}/password/reset`, asked)).status).toBe(202);
  const mail = await site.inbox.next(email);
  expect(mail).toContain(`${site.publicUrl}/`);
  expect(mail).not.toContain('evil');
}
