import { AUTH, newEmail, openAccount } from './account.ts';
import type { Attack } from './attack.ts';
import type { Site } from './attacked-site.ts';
import { compareTimes, type Comparison, type Pairs } from './compare-times.ts';

/** How many pairs are asked for; where the times do not settle it, as many again, up to this often. */
const PAIRS = Number(process.env.PAIRS ?? 200);
const ROUNDS = 4;

/** One account is asked about no oftener than the limits of accounts let anyone. */
const ASKED_EACH = 4;

/** A request about an address, and how long the work goes on that it leaves behind. */
interface Probe {
  readonly path: string;
  readonly body: (email: string) => object;
  readonly settleMilliseconds: number;
}

const password = 'not the password';
const probes: Readonly<Record<string, Probe>> = {
  login: { path: 'login', body: (email) => ({ email, password }), settleMilliseconds: 0 },
  registration: {
    path: 'register',
    body: (email) => ({ email, password }),
    settleMilliseconds: 250,
  },
  reset: { path: 'password/reset', body: (email) => ({ email }), settleMilliseconds: 50 },
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

type Times = Readonly<Record<'known' | 'unknown', number>>;

/** Accounts, and as many addresses that nobody has. */
async function newPairs(site: Site, probe: Probe): Promise<(pair: number) => Promise<Times>> {
  const count = Math.ceil(PAIRS / ASKED_EACH);
  const emails = { known: [] as string[], unknown: [] as string[] };
  for (let index = 0; index < count; index++) {
    emails.known.push((await openAccount(site)).email);
    emails.unknown.push(newEmail());
  }
  return async (pair) => {
    const times = { known: 0, unknown: 0 };
    const kinds = ['known', 'unknown'] as const;
    const order = Math.random() < 0.5 ? kinds : kinds.toReversed();
    for (const kind of order) times[kind] = await time(site, probe, emails[kind][pair % count]!);
    return times;
  };
}

/** Each time somebody else asks, who has been connected for a moment. */
async function time(site: Site, probe: Probe, email: string): Promise<number> {
  const visitor = site.visitor();
  await visitor.ask('GET /health/live');
  const { status, milliseconds } = await visitor.ask(`POST ${AUTH}/${probe.path}`, {
    body: probe.body(email),
  });
  expect([202, 401]).toContain(status);
  visitor.close();
  await new Promise((resolve) => setTimeout(resolve, probe.settleMilliseconds));
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
