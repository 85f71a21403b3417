import type { Site } from './attacked-site.ts';
import { tokenIn } from './inbox.ts';
import type { Answer, Visitor } from './visitor.ts';

/** Where the routes of accounts are. */
export const AUTH = '/api/v1/auth';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Somebody who has registered and confirmed their address, and where they sit. */
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly visitor: Visitor;
}

let accounts = 0;

/** An address of e-mail that nobody used before. */
export function newEmail(name = 'somebody'): string {
  accounts += 1;
  return `${name}-${accounts}@example.com`;
}

/** Registers, and opens the link in the mail. */
export async function openAccount(site: Site, email = newEmail()): Promise<Account> {
  const account = { email, password: `a long password of ${email}`, visitor: site.visitor() };
  await register(site, account);
  return account;
}

async function register(site: Site, { email, password, visitor }: Account): Promise<void> {
  const body = { email, password };
  expect((await visitor.ask(`POST ${AUTH}/register`, { body })).status).toBe(202);
  const token = tokenIn(await site.inbox.next(email), site.publicUrl);
  expect((await visitor.ask(`POST ${AUTH}/verify`, { body: { token } })).status).toBe(204);
}

/** Logs in; fails when that is refused. */
export async function logIn({ visitor, email, password }: Account): Promise<Tokens> {
  const answer = await visitor.ask(`POST ${AUTH}/login`, { body: { email, password } });
  expect(answer.status).toBe(200);
  return tokensIn(answer);
}

/** An account that is logged in. */
export async function openLogin(site: Site): Promise<Account & Tokens> {
  const account = await openAccount(site);
  return { ...account, ...(await logIn(account)) };
}

/** What a login or a refresh answers. */
export function tokensIn({ text }: Answer): Tokens {
  return JSON.parse(text) as Tokens;
}

/** Whether a token opens the door: the status of `me`. */
export async function statusOfMe(visitor: Visitor, token: string): Promise<number> {
  return (await visitor.ask(`GET ${AUTH}/me`, { token })).status;
}

/** The status of a refresh. */
export async function statusOfRefresh(visitor: Visitor, refresh: string): Promise<number> {
  return (await askRefresh(visitor, refresh)).status;
}

/** Asks for the next tokens. */
export function askRefresh(visitor: Visitor, refresh: string, process = 0): Promise<Answer> {
  const body = { refresh_token: refresh };
  return visitor.ask(`POST ${AUTH}/refresh`, { body }, process);
}

/** Asks for a reset, and returns what the link in the mail carries. */
export async function askReset(site: Site, { email, visitor }: Account): Promise<string> {
  const answer = await visitor.ask(`POST ${AUTH}/password/reset`, { body: { email } });
  expect(answer.status).toBe(202);
  return tokenIn(await site.inbox.next(email), site.publicUrl);
}

/** Chooses a new password by what a link carried: the status. */
export async function confirmReset(
  site: Site,
  token: string,
  password: string,
  process = 0,
): Promise<number> {
  const asked = { body: { token, password } };
  return (await site.visitor().ask(`POST ${AUTH}/password/reset/confirm`, asked, process)).status;
}
