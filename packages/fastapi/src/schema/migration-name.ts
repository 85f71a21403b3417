/** Longer names of files are hard to read, and some tools cut them. */
const LONGEST = 60;

/** What a migration is about in, the words of its file out: `add_article`; the first of a project is `initial`. */
export function toSlug(topics: readonly string[], isFirst: boolean): string {
  if (isFirst) return 'initial';
  const [first = 'change'] = topics;
  const whole = topics.join('_and_');
  if (topics.length > 0 && whole.length <= LONGEST) return whole;
  const more = topics.length > 1 ? `_and_${String(topics.length - 1)}_more` : '';
  return `${first.slice(0, LONGEST - more.length).replace(/_+$/u, '')}${more}`;
}

/** `migrations/versions/0007_add_article.py`. */
export function toMigrationPath(number: number, slug: string): string {
  return `migrations/versions/${String(number).padStart(4, '0')}_${slug}.py`;
}
