import { confirmRunBy } from './confirm-run.ts';
import type { Report } from './report.ts';

const report = (destructive: readonly string[]): Report => ({
  command: 'hut sync',
  project: '/shop',
  name: 'shop',
  written: false,
  verified: null,
  changes: [],
  destructive,
  risks: [],
  leftovers: [],
  notes: [],
  next: [],
});

describe('the question before a run is written', () => {
  it.each([
    [[], 'yes'],
    [['drops the column articles.title'], 'no'],
  ])('is answered by Enter as nobody regrets: %j', async (destructive, preset) => {
    const asked: unknown[] = [];
    const ask = (questions: unknown) => {
      asked.push(questions);
      return Promise.resolve({ answer: 'yes' });
    };
    await confirmRunBy(ask as never, () => undefined)(report(destructive));
    expect(asked).toEqual([[expect.objectContaining({ default: preset })]]);
  });
});
