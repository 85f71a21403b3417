import { AUTH, newEmail, openAccount } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import { compareTimes, type Comparison, type Pairs } from './compare-times.ts';

/** How many pairs are asked for; where the times do not settle it, as many again, up to this often. */
const PAIRS = Number(process.env.PAIRS ?? 200);
const ROUNDS = 10;

/** One account is asked about no oftener than the limits of accounts let anyone. */
const ASKED_EACH = 4;

/** Milliseconds of rest after each request that leaves work behind: the next one shall not meet its end. */
const REST = 100;

/** A request about an address, and who gets a mail by it, with which the work that it leaves behind is nearly done. */
interface Probe {
  readonly path: string;
  readonly body: (email: string) => object;
  readonly mails: readonly Kind[];
}

type Kind = 'known' | 'unknown';

const password = 'not the password';
const probes: Readonly<Record<string, Probe>> = {
  login: { path: 'login', body: (email) => ({ email, password }), mails: [] },
  registration: {
    path: 'register',
    body: (email) => ({ email, password }),
    mails: ['known', 'unknown'],
  },
  reset: { path: 'password/reset', body: (email) => ({ email }), mails: ['known'] },
};

/** Finding out by how long an answer takes who has an account. */
export const timingAttacks: readonly Attack[] = Object.entries(probes).map(
  ([name, probe]): Attack => [
    `a ${name} takes as long for an account as for none`,
    async (site) => {
      const comparison = await compare(site, probe);
      expect(comparison).toMatchObject({ isSame: true });
    },
  ],
);

/** A difference that is there is seen the better the more pairs there are; one that chance made goes. */
async function compare(site: Site, probe: Probe): Promise<Comparison> {
  let pairs: Pairs = { known: [], unknown: [] };
  for (let round = 1; ; round++) {
    pairs = join(pairs, await measure(site, probe));
    const comparison = compareTimes(pairs);
    print(probe, pairs, comparison);
    if (comparison.isSame || round === ROUNDS) return comparison;
  }
}

async function measure(site: Site, probe: Probe): Promise<Pairs> {
  const known: number[] = [];
  const unknown: number[] = [];
  const ask = await newPairs(site, probe);
  for (let pair = 0; pair < PAIRS; pair++) {
    const times = await ask(pair);
    known.push(times.known);
    unknown.push(times.unknown);
  }
  return { known, unknown };
}

type Times = Readonly<Record<Kind, number>>;

/** In either order, so that what was asked before slows down neither more than the other. */
async function newPairs(site: Site, probe: Probe): Promise<(pair: number) => Promise<Times>> {
  const accounts: string[] = [];
  for (let count = 0; count < PAIRS / ASKED_EACH; count++)
    accounts.push((await openAccount(site)).email);
  const strangers = accounts.map(() => newEmail());
  return async (pair) => {
    const at = pair % accounts.length;
    // As often as the accounts, for limits count both; but a registration makes an account.
    const unknown = probe.mails.includes('unknown') ? newEmail() : strangers[at]!;
    const emails = { known: accounts[at]!, unknown };
    const times = { known: 0, unknown: 0 };
    const kinds = ['known', 'unknown'] as const;
    for (const kind of Math.random() < 0.5 ? kinds : kinds.toReversed()) {
      times[kind] = await time(site, probe, emails[kind]);
      if (probe.mails.includes(kind)) await site.inbox.next(emails[kind]);
      if (probe.mails.length > 0) await new Promise((resolve) => setTimeout(resolve, REST));
    }
    return times;
  };
}

/** Each time somebody else asks, who has been connected for a moment. */
async function time(site: Site, { path, body }: Probe, email: string): Promise<number> {
  const visitor = site.visitor();
  await visitor.ask('GET /health/live');
  const asked = { body: body(email) };
  const { status, milliseconds } = await visitor.ask(`POST ${AUTH}/${path}`, asked);
  expect([202, 401]).toContain(status);
  visitor.close();
  return milliseconds;
}

function join(one: Pairs, other: Pairs): Pairs {
  return {
    known: [...one.known, ...other.known],
    unknown: [...one.unknown, ...other.unknown],
  };
}

function print({ path }: Probe, pairs: Pairs, comparison: Comparison): void {
  const { known, unknown, difference, interval } = comparison;
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  const medians = `${known.toFixed(2)} ms for an account, ${unknown.toFixed(2)} ms for none`;
  const worth = `${percent(difference)} (99 %: ${interval.map(percent).join(' to ')})`;
  process.stdout.write(`${path}, ${pairs.known.length} pairs: ${medians}, ${worth}\n`);
}
