import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** Work that is done again and again, beside the requests. */
export interface Job {
  /** In words with lines between: `remove-expired-tokens`. */
  readonly name: string;
  /** An async function of a database session, which commits what it did. */
  readonly use: CodeSymbol;
  /** How often: `10m` (of s, m, h, d), or five fields of cron in UTC: `0 3 * * *`. */
  readonly when: string;
}

/** Key: name; two of one name clash. Order: name. */
export const jobKind = defineKind<Job>({
  id: 'job',
  key: ({ name }) => name,
  meet: 'clash',
  form: { name: 'text', use: symbolForm, when: 'text' },
});

/** Has `use` run at its times, where something runs jobs: whoever provides `jobs`. */
export function job(name: string, about: Omit<Job, 'name'>): Contribution<Job> {
  return { kind: jobKind, item: { name, ...about } };
}
