import type { Tree } from '@hut/render';

/** Code that is judged: what the application runs. */
const CODE = /^app\/.+\.py$/u;
const TEST = /^tests\/.*test_[^/]+\.py$/u;

/** For mutate.py: each file of the application, and all tests of the generator that renders it; found, not listed. */
export function featureTargets(tree: Tree): readonly string[] {
  const pathsOf = (generator: string, wanted: RegExp): readonly string[] =>
    [...tree].flatMap(([path, from]) =>
      from.generator === generator && wanted.test(path) ? [path] : [],
    );
  const generators = new Set([...tree.values()].map(({ generator }) => generator));
  return [...generators].flatMap((generator) => {
    const tests = pathsOf(generator, TEST).join(',');
    return tests === '' ? [] : pathsOf(generator, CODE).map((path) => `${path}=${tests}`);
  });
}
