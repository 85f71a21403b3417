import { assemble } from './assemble.ts';
import type { Contribution } from './kind.ts';
import { dependency, dependencyKind } from './kinds/dependency.ts';
import { file } from './kinds/file.ts';
import { ignore, ignoreKind } from './kinds/ignore.ts';
import { lifespan, lifespanKind } from './kinds/lifespan.ts';
import { setting, settingKind } from './kinds/setting.ts';
import { symbol } from './symbol.ts';

function from(generator: string, ...contributions: readonly Contribution[]) {
  return contributions.map((contribution) => ({
    from: generator,
    contribution,
  }));
}

describe('assemble', () => {
  it('gives the same list in whatever order the generators came', () => {
    const a = from('a', ignore('b.log'), ignore('a.log'));
    const b = from('b', ignore('c.log'), ignore('a.log'));
    expect(assemble([...a, ...b]).of(ignoreKind)).toEqual(assemble([...b, ...a]).of(ignoreKind));
    expect(
      assemble([...a, ...b])
        .of(ignoreKind)
        .map(({ pattern }) => pattern),
    ).toEqual(['a.log', 'b.log', 'c.log']);
  });

  it('sorts by band first, then by name', () => {
    const use = symbol('m', 's');
    const items = from(
      'a',
      lifespan('z', { band: 'logging', use }),
      lifespan('b', { band: 'connections', use }),
      lifespan('a', { band: 'connections', use }),
    );
    expect(
      assemble(items)
        .of(lifespanKind)
        .map(({ name }) => name),
    ).toEqual(['z', 'a', 'b']);
  });

  it('intersects the bounds of a dependency that two generators need', () => {
    const both = [
      ...from('a', dependency('Redis', '>=6')),
      ...from('b', dependency('redis', '>=7.1,<9', { group: 'dev' })),
    ];
    expect(assemble(both).of(dependencyKind)).toEqual([
      { name: 'Redis', bounds: '>=7.1,<9', extras: [], group: null },
    ]);
  });

  it('refuses bounds that no version satisfies, and names both generators', () => {
    const both = [
      ...from('cache', dependency('redis', '<6')),
      ...from('queue', dependency('redis', '>=6')),
    ];
    expect(() => assemble(both)).toThrow(
      'cache and queue both contribute the dependency "redis", and differ',
    );
  });

  it('tells of whoever named something after which there is something else already', () => {
    const made = (about?: string) =>
      file({ path: 'a.py', template: 'a', render: () => '', ...(about && { about }) });
    const both = [...from('auth', made()), ...from('schema', made('Auth'))];
    for (const order of [both, both.toReversed()])
      expect(() => assemble(order)).toThrow(
        'Auth would have the file "a.py", which comes with auth',
      );
    expect(() => assemble([...from('a', made('One')), ...from('b', made('Two'))])).toThrow(
      'One would have the file "a.py", which comes with Two',
    );
  });

  it('takes a setting that two generators declare alike once, and refuses different ones', () => {
    const one = setting('debug', 'bool', { default: 'False', example: 'false', doc: 'Say more' });
    const other = setting('debug', 'bool', { default: 'True', example: 'true', doc: 'Say more' });
    expect(assemble([...from('a', one), ...from('b', one)]).of(settingKind)).toHaveLength(1);
    expect(() => assemble([...from('a', one), ...from('b', other)])).toThrow('setting "debug"');
  });
});
