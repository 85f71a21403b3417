import { openFaultBench, type Fault, type Victim } from './fault-bench.ts';

/** A command whose disk may fail anywhere, and how to look at what it leaves. */
export interface FailRing
  extends Victim, Pick<Fault & { readonly do: 'fail' }, 'code' | 'goesOn' | 'calls' | 'within'> {
  /** Makes the tree before each run. */
  readonly prepare: () => void;
  /** Looks at what the command said and left; throws when that is wrong. */
  readonly check: (at: FailPoint) => void;
  /** Every how many-th call; 1 (all), unless the command is long. */
  readonly every?: number;
}

/** What a command came to whose disk failed. */
export interface FailPoint {
  /** The how many-th call failed. */
  readonly number: number;
  /** `renameSync /shop/.hut/stage/0`: the call that failed. */
  readonly call: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lets each call of the command fail in turn. Returns how many did; throws what `check` throws. */
export function failAtEveryCall(ring: FailRing): number {
  const { code, goesOn, calls, within, every = 1 } = ring;
  const bench = openFaultBench();
  try {
    for (let number = 1, failed = 0; ; number += every, failed++) {
      ring.prepare();
      const ran = bench.run(ring, { do: 'fail', at: number, code, goesOn, calls, within });
      const call = bench.takeReport();
      if (call === undefined) return failed;
      ring.check({ number, call, exitCode: ran.status, stdout: ran.stdout, stderr: ran.stderr });
    }
  } finally {
    bench.close();
  }
}
