/** The tests of an entity are called by its plural: no file of a generator may stand there already. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { classNameOf, tableNameOf } from '@hut/blueprint';

const generators = join(import.meta.dirname, '../../generators');
const tests = readdirSync(generators, { recursive: true, encoding: 'utf8' }).flatMap(
  (path) => /tests\/test_([a-z_]+)\.py\.ejs$/u.exec(path)?.[1] ?? [],
);

describe('the file of tests that every project has', () => {
  it('is found', () => expect(tests).toContain('site'));

  it.each(tests)('test_%s.py is not what the tests of an entity are called', (name) => {
    expect(tableNameOf({ name: classNameOf(name) })).not.toBe(name);
  });
});
