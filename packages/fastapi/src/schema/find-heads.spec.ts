import { findHeads } from './find-heads.ts';
import { toMigrationPath } from './migration-name.ts';
import { readMigrations } from './read-migrations.ts';

const file = (path: string, text: string) => ({ path: `migrations/versions/${path}`, text });
const headsOf = (files: ReturnType<typeof file>[]) => findHeads(readMigrations(files));

describe('findHeads', () => {
  it('finds none where nothing is', () => {
    expect(headsOf([])).toEqual([]);
  });

  it('follows migrations of hut, of Alembic and of people', () => {
    const files = [
      file('0001_initial.py', 'revision = "a"\ndown_revision = None\n'),
      file(
        '2026_11_21_b.py',
        "revision: str = 'b'\ndown_revision: Union[str, Sequence[str], None] = 'a'\n",
      ),
      file('0007_c.py', 'revision = "c"  # three\ndown_revision = (\n    "b",\n)\n'),
      file('d.py', 'revision = "d"\ndown_revision = "a"\n'),
      file('__init__.py', ''),
    ];
    expect(headsOf(files)).toEqual(['c', 'd']);
  });

  it('sees a merge as one head', () => {
    const files = [
      file('0001_a.py', 'revision = "a"\ndown_revision = None'),
      file('0002_b.py', 'revision = "b"\ndown_revision = None'),
      file('0003_c.py', 'revision = "c"\ndown_revision = ("a", "b")'),
    ];
    expect(headsOf(files)).toEqual(['c']);
  });
});

describe('the number of a migration', () => {
  it('is the first that no file starts with, and no year', () => {
    const paths = ['0001_initial.py', '2026_11_21_b.py', '0007_c.py', 'd.py'];
    expect(toMigrationPath(paths, 'add_tag')).toBe('migrations/versions/0008_add_tag.py');
    expect(toMigrationPath([], 'initial')).toBe('migrations/versions/0001_initial.py');
  });
});
