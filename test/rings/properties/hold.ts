import fc from 'fast-check';
import { toDraw, type Draw } from './draw.ts';
import type { Shop } from './shop.ts';

/** What one run of a property gets. */
export interface PropertyRun {
  readonly draw: Draw;
  /** A project that is shown, as a script, when the property fails, and removed when the run ends. */
  readonly keep: (shop: Shop) => Shop;
  /** Counts something for the line that is printed in the end. */
  readonly count: (what: string, by?: number) => void;
}

/** `RUNS=10` makes ten times as many; `SEED=7` makes others; `SEED=7 RUN=3` makes one of them again. */
const { RUNS = '1', SEED = '1', RUN } = process.env;

/** Runs a property many times, prints what it counted, and on a failure the seed and a script that shows it. */
export async function hold(
  name: string,
  runs: number,
  property: (run: PropertyRun) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = { runs: 0 };
  const count = (what: string, by = 1): void => void (counts[what] = (counts[what] ?? 0) + by);
  const runOnce = async (draw: Draw): Promise<void> => {
    const shops: Shop[] = [];
    const keep = (shop: Shop): Shop => (shops.push(shop), shop);
    count('runs');
    try {
      await property({ draw, keep, count });
    } catch (error) {
      const scripts = shops.map(({ script }) => script.join('\n')).join('\n\n');
      throw new Error(`${(error as Error).message}\n\n${scripts}\n`, { cause: error });
    } finally {
      for (const shop of shops) shop.remove();
    }
  };
  const { failed, counterexamplePath, errorInstance } = await fc.check(
    fc.asyncProperty(fc.gen(), (value) => runOnce(toDraw(value))),
    {
      seed: [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), Number(SEED)) | 0,
      numRuns: Math.ceil(runs * Number(RUNS)),
      endOnFailure: true,
      ...(RUN && { path: RUN }),
    },
  );
  print(name, counts);
  if (!failed) return counts;
  const again = `SEED=${SEED} RUN=${counterexamplePath!.split(':')[0]!}`;
  throw new Error(`${name} does not hold. Again: ${again}\n\n${(errorInstance as Error).message}`);
}

function print(name: string, counts: Readonly<Record<string, number>>): void {
  const all = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
  process.stdout.write(`${name}: ${all.join(', ')}\n`);
}
