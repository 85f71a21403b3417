/** Each sample is what its hut.yaml renders now: a change of a template shows its effect in review. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskWorkspace, planRun, toRecord } from '@hut/kit';
import { lookup } from '../generators/lookup.ts';
import { blameFailures } from '../packages/kit/src/plugins/blame-failures.ts';

const samples = join(import.meta.dirname, '../samples');
const { version } = JSON.parse(readFileSync(join(samples, '../package.json'), 'utf8')) as {
  version: string;
};

describe.each(readdirSync(samples))('samples/%s', (name) => {
  const folder = join(samples, name);
  const committed = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== 'hut.yaml')
    .sort();
  const built = build(readFileSync(join(folder, 'hut.yaml'), 'utf8'));

  it('has the files that are made from its hut.yaml, and no others: npm run samples', () => {
    expect(committed).toEqual([...built.keys()].sort());
  });

  it('is made of what generators of packages may say, too', () => {
    const ours = { name: 'ours', version, description: '', folder: '', entry: '' };
    const asOfPackage = lookup.map((found) => blameFailures(found, ours));
    expect(() => build(readFileSync(join(folder, 'hut.yaml'), 'utf8'), asOfPackage)).not.toThrow();
  });

  it.each(committed)('%s says what is made now', (path) => {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(built.get(path));
  });
});

/** Path and text of all that a new project has: what is rendered, and what is made once. */
function build(hutYaml: string, generators = lookup): ReadonlyMap<string, string> {
  const empty = mkdtempSync(join(tmpdir(), 'hut-sample-'));
  try {
    const workspace = diskWorkspace(empty);
    const hutYamls = { before: null, after: hutYaml };
    const { tree, made } = planRun({ workspace, lookup: generators, version, hutYaml: hutYamls });
    const once = [...made.files, ...made.files.map(toRecord)].map(
      ({ path, text }) => [path, text] as const,
    );
    return new Map([...[...tree].map(([path, { text }]) => [path, text] as const), ...once]);
  } finally {
    rmSync(empty, { recursive: true });
  }
}
