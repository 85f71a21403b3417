import { PYTHON_KEYWORDS } from '@hut/blueprint';

/** The word that the command has for jobs: no task can be called by it. */
export const SCHEDULED_WORD = 'scheduled';

/** What can be no module, or no word of the command. */
const taken = [...PYTHON_KEYWORDS, SCHEDULED_WORD].join('|');
const name = String.raw`(?!(?:${taken})(?![a-z0-9_]))[a-z][a-z0-9_]{0,39}`;

/** How a task stands in hut.yaml. */
export const TASKS = {
  pattern: name,
  expects: `a name in small letters, and no word of Python: send_invoice`,
} as const;

/** A field of cron: numbers within its bounds, ranges, steps, several of them. */
function cronField(number: string): string {
  const part = String.raw`(?:\*|${number}(?:-${number})?)(?:/[1-9]\d?)?`;
  return `${part}(?:,${part})*`;
}

const minute = '[1-5]?[0-9]';
const hour = '(?:1?[0-9]|2[0-3])';
const day = '(?:[12]?[1-9]|[123]0|31)';
const month = '(?:[1-9]|1[0-2])';
const weekday = '[0-6]';
const cron = [minute, hour, day, month, weekday].map(cronField).join(' ');

/** How often: `10m`, or five fields of cron. */
export const WHEN = {
  pattern: `[1-9][0-9]{0,4}[smhd]|${cron}`,
  expects: '10m (of s, m, h, d), or five fields of cron in UTC: 0 3 * * *',
} as const;

/** How a job stands in hut.yaml. */
export const SCHEDULED = {
  pattern: `${name}=(?:${WHEN.pattern})`,
  expects: `name=${WHEN.expects}`,
} as const;

/** A job of hut.yaml in its parts. */
export interface Scheduled {
  readonly name: string;
  readonly when: string;
}

/** The parts of an item `cleanup=10m`. */
export function toScheduled(item: string): Scheduled {
  const at = item.indexOf('=');
  return { name: item.slice(0, at), when: item.slice(at + 1) };
}
