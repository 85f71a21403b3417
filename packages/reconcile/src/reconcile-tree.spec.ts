import { reconcile } from './reconcile-tree.ts';

describe('reconcile', () => {
  const base = new Map([
    ['b.txt', 'b\n'],
    ['gone.txt', 'g\n'],
    ['own.txt', 'o\n'],
  ]);
  const next = new Map([
    ['own.txt', 'other\n'],
    ['b.txt', 'new\n'],
    ['a.txt', 'a\n'],
  ]);

  it('decides about every path of base and next, sorted, and reads each once', () => {
    const read: string[] = [];
    const readMine = (path: string) => {
      read.push(path);
      return base.get(path) ?? null;
    };
    const changes = reconcile(base, next, readMine, { own: ['own.txt'] });
    expect(changes.map(({ path, action }) => `${action} ${path}`)).toEqual([
      'create a.txt',
      'update b.txt',
      'delete gone.txt',
      'keep own.txt',
    ]);
    expect(read).toEqual(['a.txt', 'b.txt', 'gone.txt', 'own.txt']);
  });
});
