import { AUTH, newEmail, openAccount } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import type { Answer } from './visitor.ts';

/** Finding out by what is answered who has an account. */
export const enumerationAttacks: readonly Attack[] = [
  ['a login says the same of an account and of none', compareLogins],
  ['a registration says the same, and the mail says what is so', compareRegistrations],
  ['a reset says the same, and whoever has no account gets no mail', compareResets],
];

const password = 'a long password';

async function compareLogins(site: Site): Promise<void> {
  const { email, password: right } = await openAccount(site);
  const unconfirmed = newEmail();
  const asked = { body: { email: unconfirmed, password: right } };
  await site.visitor().ask(`POST ${AUTH}/register`, asked);
  await site.inbox.next(unconfirmed);
  const known = await ask(site, 'login', { email, password });
  expect(known.status).toBe(401);
  expectSame(known, await ask(site, 'login', { email: newEmail(), password }));
  expectSame(known, await ask(site, 'login', { email: unconfirmed, password }));
}

async function compareRegistrations(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const nobody = newEmail();
  const known = await ask(site, 'register', { email, password });
  expect(known.status).toBe(202);
  expect(await site.inbox.next(email)).toMatch(/an account already/);
  expectSame(known, await ask(site, 'register', { email: nobody, password }));
  expect(await site.inbox.next(nobody)).not.toMatch(/already/);
  for (const bad of ['short', 'password12345']) {
    const refused = await ask(site, 'register', { email, password: bad });
    expect(refused.status).toBe(422);
    expectSame(refused, await ask(site, 'register', { email: newEmail(), password: bad }));
  }
}

async function compareResets(site: Site): Promise<void> {
  const { email } = await openAccount(site);
  const known = await ask(site, 'password/reset', { email });
  expect(known.status).toBe(202);
  expectSame(known, await ask(site, 'password/reset', { email: newEmail() }));
}

function ask(site: Site, path: string, body: object): Promise<Answer> {
  return site.visitor().ask(`POST ${AUTH}/${path}`, { body });
}

/** Status, body, and every header but those of the moment; limits count what was asked before, too. */
function expectSame(one: Answer, other: Answer): void {
  const [seen, expected] = [one, other].map(({ status, headers, text }) => {
    const moment = String(headers['x-request-id']);
    const lasting = { ...headers, date: '', ratelimit: '', 'x-request-id': '' };
    return [status, text.replaceAll(moment, ''), lasting];
  });
  expect(seen).toEqual(expected);
}
