/**
 * A project with auth as it is run: in production, by two processes that share PostgreSQL, Redis and a mail server. It
 * is attacked over HTTP by people with addresses of their own, who know its code; some of them even its key.
 */
import { serveSite, type Site } from './auth/attacked-site.ts';
import type { Attack } from './auth/attack.ts';
import { cookieAttacks } from './auth/cookie-attacks.ts';
import { enumerationAttacks } from './auth/enumeration-attacks.ts';
import { guessingAttacks } from './auth/guessing-attacks.ts';
import { raceAttacks } from './auth/race-attacks.ts';
import { rightsAttacks } from './auth/rights-attacks.ts';
import { sessionAttacks } from './auth/session-attacks.ts';
import { timingAttacks } from './auth/timing-attacks.ts';
import { tokenAttacks } from './auth/token-attacks.ts';

const attacks: Readonly<Record<string, readonly Attack[]>> = {
  sessions: sessionAttacks,
  races: raceAttacks,
  'access tokens': tokenAttacks,
  rights: rightsAttacks,
  guessing: guessingAttacks,
  enumeration: enumerationAttacks,
  timing: timingAttacks,
};

describe('a project with auth', () => {
  let site: Site;
  beforeAll(async () => (site = await serveSite()));
  afterAll(() => site?.close());

  describe.each(Object.entries(attacks))('%s', (_, list) => {
    it.each(list)('%s', (_sentence, attack) => attack(site));
  });
});

describe('a project whose logins are cookies', () => {
  let site: Site;
  beforeAll(async () => (site = await serveSite('{ session: cookie }')));
  afterAll(() => site?.close());

  it.each(cookieAttacks)('%s', (_, attack) => attack(site));
});
