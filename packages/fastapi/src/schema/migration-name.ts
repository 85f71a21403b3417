/** Longer names of files are hard to read, and some tools cut them. */
const LONGEST = 60;

/** A number in front, and not the year of a date. */
const NUMBER = /(?:^|\/)(\d{4})_(?!\d{2}_)[^/]*\.py$/u;

/** What a migration is about in, the words of its file out: `add_article`; the first of a project is `initial`. */
export function toSlug(topics: readonly string[], isFirst: boolean): string {
  if (isFirst) return 'initial';
  const [first = 'change'] = topics;
  const whole = topics.join('_and_');
  if (topics.length > 0 && whole.length <= LONGEST) return whole;
  const more = topics.length > 1 ? `_and_${String(topics.length - 1)}_more` : '';
  return `${first.slice(0, LONGEST - more.length).replace(/_+$/u, '')}${more}`;
}

/** `migrations/versions/0007_add_article.py`: its number is the first that none of the files of `paths` starts with. */
export function toMigrationPath(paths: readonly string[], slug: string): string {
  const numbers = paths.map((path) => Number(NUMBER.exec(path)?.[1] ?? 0));
  const next = Math.max(0, ...numbers) + 1;
  return `migrations/versions/${String(next).padStart(4, '0')}_${slug}.py`;
}
