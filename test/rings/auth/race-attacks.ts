import {
  askRefresh,
  askReset,
  AUTH,
  confirmReset,
  logIn,
  newEmail,
  openAccount,
  openLogin,
  statusOfMe,
  type Account,
  type Tokens,
} from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import { tokenIn } from './inbox.ts';
import type { Answer } from './visitor.ts';

const password = 'another long password';

/** Requests that come at the same time, to both processes. */
export const raceAttacks: readonly Attack[] = [
  ['of four refreshes one wins', refreshFourTimes],
  ['of four uses of a link one wins, and links before it are dead', resetFourTimes],
  ['of four registrations one makes the account, and its link works once', registerFourTimes],
  ['a login by the old password does not outlive a reset', raceLogin],
  ['nor does a change of the password by it undo the reset', raceChange],
];

async function refreshFourTimes(site: Site): Promise<void> {
  const { refresh_token } = await openLogin(site);
  const asked = [0, 1, 0, 1].map((process) => askRefresh(site.visitor(), refresh_token, process));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 401, 401, 401]);
}

async function resetFourTimes(site: Site): Promise<void> {
  const account = await openAccount(site);
  const [before, token] = [await askReset(site, account), await askReset(site, account)];
  const asked = [0, 1, 0, 1].map((process) => confirmReset(site, token, password, process));
  expect((await Promise.all(asked)).sort()).toEqual([204, 400, 400, 400]);
  expect(await confirmReset(site, before, password)).toBe(400);
}

async function registerFourTimes(site: Site): Promise<void> {
  const email = newEmail();
  const body = { email, password };
  const asked = [0, 1, 0, 1].map((process) =>
    site.visitor().ask(`POST ${AUTH}/register`, { body }, process),
  );
  for (const { status, text } of await Promise.all(asked))
    expect([status, text]).toEqual([202, 'null']);
  let mail = '';
  while (!mail.includes('/verify-email#')) mail = await site.inbox.next(email);
  const token = tokenIn(mail, site.publicUrl);
  const visitor = site.visitor();
  const verify = async (): Promise<number> =>
    (await visitor.ask(`POST ${AUTH}/verify`, { body: { token } })).status;
  expect([await verify(), await verify()]).toEqual([204, 400]);
  await logIn({ email, password, visitor });
}

/** Both take as long as a password takes: one begins at each moment of the other. */
const MOMENTS = [0, 0.25, 0.5];

async function raceLogin(site: Site): Promise<void> {
  for (const moment of MOMENTS) {
    const account = await openAccount(site);
    const token = await askReset(site, account);
    const { milliseconds } = await askLogin(account);
    const reset = confirmReset(site, token, password, 1);
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
    const reset = confirmReset(site, link, password, 1);
    await wait(moment * milliseconds);
    const body = { current_password: login.password, password: 'what the thief wants' };
    const { status } = await visitor.ask(`POST ${AUTH}/password/change`, { token, body });
    // One of them is first. A change that is takes the link away; one that is not comes to nothing.
    const isFirst = (await reset) === 400;
    expect([moment, isFirst, status === 204]).toEqual([moment, isFirst, isFirst]);
    await logIn({ ...login, password: isFirst ? body.password : password });
  }
}

function askLogin({ visitor, email, password: own }: Account): Promise<Answer> {
  return visitor.ask(`POST ${AUTH}/login`, { body: { email, password: own } });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
