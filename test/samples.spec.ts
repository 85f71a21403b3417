/** Each sample is what its hut.yaml renders now: a change of a template shows its effect in review. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlueprint, renderProject } from '@hut/kit';
import { lookup } from '../generators/lookup.ts';

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
  const { tree } = renderProject(
    readBlueprint(readFileSync(join(folder, 'hut.yaml'), 'utf8'), { lookup, version }),
    lookup,
  );

  it('has the files that are rendered, and no others: npm run samples', () => {
    expect(committed).toEqual([...tree.keys()].sort());
  });

  it.each(committed)('%s says what is rendered', (path) => {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(tree.get(path)?.text);
  });
});
