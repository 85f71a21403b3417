import { AUTH, askReset, confirmReset, newEmail, openAccount, openLogin } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import type { Answer, Asked } from './visitor.ts';

/** Passwords and tokens that are guessed, until the answer is 429. */
export const guessingAttacks: readonly Attack[] = [
  ['an account is guessed at five times a minute, by both processes together', guessInTurn],
  ['also when all guesses come at a time', guessAtOnce],
  ['from many addresses, in other spellings, by the form', guessFromEverywhere],
  ['and the right password does not help until the minute is over', guessRight],
  ['an address tries twenty a minute, of whatever accounts', tryManyAccounts],
  ['headers change nothing of the address', forgeAddress],
  ['a mailbox is not filled', fillMailbox],
  ['a token that was stolen does not guess the password', guessByChange],
  ['nobody has a password that is guessed first, or made of the address', chooseGuessable],
];

const wrong = 'not the password';
const login = `POST ${AUTH}/login`;
const asLogin = (email: string, password = wrong) => ({ body: { email, password } });
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);
const many = <T>(times: number, item: T): T[] => Array<T>(times).fill(item);

async function guessInTurn(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const visitor = site.visitor();
  const answers: Answer[] = [];
  for (let attempt = 0; attempt < 8; attempt++)
    answers.push(await visitor.ask(login, asLogin(email), attempt % 2));
  expect(statusesOf(answers)).toEqual([...many(5, 401), ...many(3, 429)]);
  const { headers, text } = answers[7]!;
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({ status: 429 });
  expect(headers['ratelimit']).toContain('r=0');
}

async function guessAtOnce(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const asked = many(16, email).map((one, index) =>
    site.visitor().ask(login, asLogin(one), index % 2),
  );
  const statuses = statusesOf(await Promise.all(asked)).sort();
  expect(statuses).toEqual([...many(5, 401), ...many(11, 429)]);
}

async function guessFromEverywhere(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const form = { username: email, password: wrong, grant_type: 'password' };
  const asked: [string, Asked][] = [
    [login, asLogin(email)],
    [login, asLogin(email.toUpperCase())],
    [login, asLogin(` ${email} `)],
    [`${login}?once=more`, asLogin(email)],
    [login.replace('login', '%6cogin'), asLogin(email)],
    [`POST ${AUTH}/token`, { form }],
    [`POST ${AUTH}/token`, { form: { ...form, username: email.toUpperCase() } }],
    [login, asLogin(email)],
  ];
  const answers: Answer[] = [];
  for (const [index, [line, one]] of asked.entries()) {
    const headers = { 'User-Agent': `browser ${index}`, 'X-Request-ID': `request-${index}` };
    answers.push(await site.visitor().ask(line, { ...one, headers }, index % 2));
  }
  const statuses = statusesOf(answers);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  expect(statuses.slice(-2)).toEqual([429, 429]);
}

async function guessRight(site: Site): Promise<void> {
  const { email, password, visitor } = await openAccount(site);
  for (let attempt = 0; attempt < 6; attempt++) await site.visitor().ask(login, asLogin(email));
  expect((await visitor.ask(login, asLogin(email, password), 1)).status).toBe(429);
}

async function tryManyAccounts(site: Site): Promise<void> {
  const visitor = site.visitor();
  const answers: Answer[] = [];
  for (let index = 0; index < 22; index++)
    answers.push(await visitor.ask(login, asLogin(newEmail()), index % 2));
  expect(statusesOf(answers)).toEqual([...many(20, 401), ...many(2, 429)]);
  expect((await site.visitor().ask(login, asLogin(newEmail()))).status).toBe(401);
}

/** Also from this machine, which uvicorn believes such headers from. */
async function forgeAddress(site: Site): Promise<void> {
  for (const visitor of [site.visitor('127.2.3.4'), site.visitor('127.0.0.1')]) {
    const answers: Answer[] = [];
    for (let index = 0; index < 30; index++) {
      const asked = { body: { email: newEmail() }, headers: forgedHeaders(index) };
      answers.push(await visitor.ask(`POST ${AUTH}/password/reset`, asked, index % 2));
    }
    expect(statusesOf(answers)).toEqual([...many(20, 202), ...many(10, 429)]);
  }
}

function forgedHeaders(index: number): Readonly<Record<string, string>> {
  const address = `198.51.100.${index}`;
  return {
    'X-Forwarded-For': [address, `${address}, 127.0.0.1`, '127.2.3.4', '127.2.3.4:1234'][
      index % 4
    ]!,
    'X-Real-IP': address,
    Forwarded: `for=${address}`,
    'X-Client-IP': address,
    'CF-Connecting-IP': address,
    'True-Client-IP': address,
  };
}

async function fillMailbox(site: Site): Promise<void> {
  for (const path of ['register', 'password/reset']) {
    const body = { email: newEmail(), ...(path === 'register' ? { password: wrong } : {}) };
    const answers: Answer[] = [];
    for (let index = 0; index < 7; index++)
      answers.push(await site.visitor().ask(`POST ${AUTH}/${path}`, { body }, index % 2));
    expect(statusesOf(answers)).toEqual([...many(5, 202), 429, 429]);
  }
}

async function guessByChange(site: Site): Promise<void> {
  const { access_token: token } = await openLogin(site);
  const body = { current_password: wrong, password: 'another long password' };
  const answers: Answer[] = [];
  for (let index = 0; index < 7; index++)
    answers.push(
      await site.visitor().ask(`POST ${AUTH}/password/change`, { token, body }, index % 2),
    );
  expect(statusesOf(answers)).toEqual([...many(5, 403), 429, 429]);
}

async function chooseGuessable(site: Site): Promise<void> {
  const account = await openLogin(site);
  const { email, password: current, visitor, access_token: token } = account;
  const reset = await askReset(site, account);
  for (const password of ['password12345', 'qwertyuiop123', `${email.toUpperCase()}1`]) {
    const change = { current_password: current, password };
    const asked = [
      await visitor.ask(`POST ${AUTH}/register`, { body: { email, password } }),
      await visitor.ask(`POST ${AUTH}/password/change`, { token, body: change }),
    ];
    expect(statusesOf(asked)).toEqual([422, 422]);
    for (const { text } of asked) expect(text).toContain('Too easy to guess');
    expect(await confirmReset(site, reset, password)).toBe(422);
  }
  expect(await confirmReset(site, reset, 'another long password')).toBe(204);
}
