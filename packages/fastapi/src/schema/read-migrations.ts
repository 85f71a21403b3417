/** A file of the project. */
export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

/** A migration of a project, whoever wrote it. */
export interface FoundMigration extends MigrationFile {
  readonly revision: string;
  /** The revisions that it comes after. */
  readonly parents: readonly string[];
}

const STATEMENT = (name: string) =>
  new RegExp(`^${name}(?:[ \\t]*:[^=\\n]*)?[ \\t]*=[ \\t]*(\\([^)]*\\)|[^\\n]*)`, 'm');

const REVISION = STATEMENT('revision');
const PARENTS = STATEMENT('down_revision');

/** The Python files of `migrations/versions` in, those that say a revision out. */
export function readMigrations(files: readonly MigrationFile[]): readonly FoundMigration[] {
  return files.flatMap(({ path, text }) => {
    const [revision] = readTexts(text, REVISION);
    return revision === undefined
      ? []
      : [{ path, text, revision, parents: readTexts(text, PARENTS) }];
  });
}

/** The texts that a statement gives to a name: one, several in a tuple, or none. */
function readTexts(source: string, statement: RegExp): readonly string[] {
  const value = statement.exec(source)?.[1] ?? '';
  return (value.match(/"[^"\n]*"|'[^'\n]*'/g) ?? []).map((text) => text.slice(1, -1));
}
