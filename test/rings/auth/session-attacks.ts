import {
  askRefresh,
  askReset,
  AUTH,
  logIn,
  openAccount,
  openLogin,
  statusOfMe,
  statusOfRefresh,
  tokensIn,
  type Account,
  type Tokens,
} from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import type { Answer } from './visitor.ts';

const password = 'another long password';

/** Tokens that come again, or too late, or where they do not belong. */
export const sessionAttacks: readonly Attack[] = [
  ['a refresh token that is replayed ends its family, and no other', replayRefresh],
  ['of four refreshes at a time by two processes one wins', refreshFourTimes],
  ['neither kind of token serves as the other', swapTokens],
  ['nothing of a session works after its logout', useAfterLogout],
  ['a logout everywhere ends every session', useAfterLogoutEverywhere],
  ['nobody ends the session of another, or sees it', endOther],
  ['a change of the password ends every session, and the old password', useAfterChange],
  ['a link of a reset works once, ends every session, and the old password', resetTwice],
  ['of four uses of a link at a time one wins, and links before it are dead', resetFourTimes],
  ['a login by the old password does not outlive a reset, whenever it comes', raceLogin],
  ['nor does a change of the password by it undo the reset', raceChange],
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

async function refreshFourTimes(site: Site): Promise<void> {
  const { refresh_token } = await openLogin(site);
  const asked = [0, 1, 0, 1].map((process) => askRefresh(site.visitor(), refresh_token, process));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 401, 401, 401]);
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
  expect(await confirm(site, token)).toBe(204);
  expect(await confirm(site, token)).toBe(400);
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

async function confirm(site: Site, token: string, process = 0): Promise<number> {
  const body = { token, password };
  return (await site.visitor().ask(`POST ${AUTH}/password/reset/confirm`, { body }, process))
    .status;
}

async function resetFourTimes(site: Site): Promise<void> {
  const account = await openAccount(site);
  const [before, token] = [await askReset(site, account), await askReset(site, account)];
  const asked = [0, 1, 0, 1].map((process) => confirm(site, token, process));
  expect((await Promise.all(asked)).sort()).toEqual([204, 400, 400, 400]);
  expect(await confirm(site, before)).toBe(400);
}

/** Both take as long as a password takes: one begins at each moment of the other. */
const MOMENTS = [0, 0.25, 0.5];

async function raceLogin(site: Site): Promise<void> {
  for (const moment of MOMENTS) {
    const account = await openAccount(site);
    const token = await askReset(site, account);
    const { milliseconds } = await askLogin(account);
    const reset = confirm(site, token, 1);
    await wait(moment * milliseconds);
    const { status, text } = await askLogin(account);
    expect(await reset).toBe(204);
    if (status !== 200) continue;
    const { access_token } = JSON.parse(text) as Tokens;
    expect([moment, await statusOfMe(account.visitor, access_token)]).toEqual([moment, 401]);
  }
}

async function raceChange(site: Site): Promise<void> {
  for (const moment of MOMENTS) {
    const login = await openLogin(site);
    const { visitor, access_token: token } = login;
    const link = await askReset(site, login);
    const { milliseconds } = await askLogin(login);
    const reset = confirm(site, link, 1);
    await wait(moment * milliseconds);
    const body = { current_password: login.password, password: 'what the thief wants' };
    const { status } = await visitor.ask(`POST ${AUTH}/password/change`, { token, body });
    expect([moment, await reset]).toEqual([moment, 204]);
    expect([moment, [204, 401, 403].includes(status)]).toEqual([moment, true]);
    await logIn({ ...login, password });
  }
}

function askLogin({ visitor, email, password: own }: Account): Promise<Answer> {
  return visitor.ask(`POST ${AUTH}/login`, { body: { email, password: own } });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function swapPurposes(site: Site): Promise<void> {
  const { visitor, ...login } = await openLogin(site);
  const token = await askReset(site, { visitor, ...login });
  expect((await visitor.ask(`POST ${AUTH}/verify`, { body: { token } })).status).toBe(400);
  expect(await statusOfRefresh(visitor, token)).toBe(401);
  expect(await statusOfMe(visitor, token)).toBe(401);
  expect(await confirm(site, login.refresh_token)).toBe(400);
  expect(await confirm(site, token)).toBe(204);
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
