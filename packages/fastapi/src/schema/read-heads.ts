/** A file of the project. */
export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

/** Where the next migration goes on. */
export interface Heads {
  /** Revisions that no other one comes after, sorted. */
  readonly heads: readonly string[];
  /** The first number that no file starts with. */
  readonly next: number;
}

/** A number in front, and not the year of a date. */
const NUMBER = /(?:^|\/)(\d{4})_(?!\d{2}_)[^/]*\.py$/u;

const STATEMENT = (name: string) =>
  new RegExp(`^${name}(?:[ \\t]*:[^=\\n]*)?[ \\t]*=[ \\t]*(\\([^)]*\\)|[^\\n]*)`, 'mu');

/** The migrations of a project in, whoever wrote them, its heads out. */
export function readHeads(files: readonly MigrationFile[]): Heads {
  const migrations = files.flatMap(({ text }) => {
    const [revision] = readTexts(text, 'revision');
    return revision === undefined ? [] : [{ revision, parents: readTexts(text, 'down_revision') }];
  });
  const parents = new Set(migrations.flatMap((migration) => migration.parents));
  const heads = migrations.map(({ revision }) => revision).filter((id) => !parents.has(id));
  const numbers = files.map(({ path }) => Number(NUMBER.exec(path)?.[1] ?? 0));
  return { heads: [...new Set(heads)].sort(), next: Math.max(0, ...numbers) + 1 };
}

/** The texts that a statement gives to a name: one, several in a tuple, or none. */
function readTexts(text: string, name: string): readonly string[] {
  const value = STATEMENT(name).exec(text)?.[1] ?? '';
  return [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/gu)].map(
    ([, one, other]) => one ?? other ?? '',
  );
}
