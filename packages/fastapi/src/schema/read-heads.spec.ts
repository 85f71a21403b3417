import { readHeads } from './read-heads.ts';

const file = (path: string, text: string) => ({ path: `migrations/versions/${path}`, text });

describe('readHeads', () => {
  it('finds none where nothing is', () => {
    expect(readHeads([])).toEqual({ heads: [], next: 1 });
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
    expect(readHeads(files)).toEqual({ heads: ['c', 'd'], next: 8 });
  });

  it('sees a merge as one head', () => {
    const files = [
      file('0001_a.py', 'revision = "a"\ndown_revision = None'),
      file('0002_b.py', 'revision = "b"\ndown_revision = None'),
      file('0003_c.py', 'revision = "c"\ndown_revision = ("a", "b")'),
    ];
    expect(readHeads(files)).toEqual({ heads: ['c'], next: 4 });
  });
});
