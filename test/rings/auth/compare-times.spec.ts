import { compareTimes, type Pairs } from './compare-times.ts';

/** Times of 80 ms and some noise, with requests that something held up; those about accounts take longer. */
function pairsWith(longer: number, count = 200): Pairs {
  const noise = (index: number): number =>
    ((index * 7919) % 101) / 25 + (index % 19 === 0 ? 60 : 0);
  const times = (factor: number, from: number): number[] =>
    Array.from({ length: count }, (_, index) => 80 * factor + noise(index + from));
  return { known: times(1 + longer, 0), unknown: times(1, 5000) };
}

describe('comparing times', () => {
  it('says that the same is the same', () => {
    const { difference, interval, isSame } = compareTimes(pairsWith(0));
    expect(isSame).toBe(true);
    expect(Math.abs(difference)).toBeLessThan(0.01);
    expect(interval[0]).toBeLessThanOrEqual(0);
    expect(interval[1]).toBeGreaterThanOrEqual(0);
  });

  it.each([0.06, -0.06])('finds a difference of %d of the time', (longer) => {
    const { difference, isSame } = compareTimes(pairsWith(longer));
    expect(isSame).toBe(false);
    expect(difference).toBeCloseTo(longer, 1);
  });

  it('finds a smaller one that is certain', () => {
    expect(compareTimes(pairsWith(0.03))).toMatchObject({ isSame: false });
  });

  it('does not take a few requests that were held up for a difference', () => {
    const { known, unknown } = pairsWith(0);
    expect(
      compareTimes({ known: known.map((ms, at) => (at % 10 ? ms : ms * 9)), unknown }),
    ).toMatchObject({ isSame: true });
  });
});
