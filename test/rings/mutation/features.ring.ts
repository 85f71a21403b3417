/** Whether the generated tests hold the code of the features: all of them in one project, without an entity. */
import { join } from 'node:path';
import { readBlueprint, renderProject, type Values } from '@hut/kit';
import { openTestProject, requireUv, runTool } from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';
import { featureTargets } from './feature-targets.ts';

const mutate = join(import.meta.dirname, 'mutate.py');

/** One change of so many is tried, and fewer than of the entities: there are thousands. */
const every = process.env.EVERY === '1' ? 1 : Number(process.env.EVERY ?? '5') * 20;

const version = '0.1.0';

/** Each feature, with the example that says most. */
const features: Readonly<Record<string, Values>> = Object.fromEntries(
  lookup
    .filter(({ definition }) => definition.feature)
    .map(({ definition: { id, examples } }) => [id, longest(examples)]),
);

function longest(examples: readonly Values[]): Values {
  const lengthOf = (values: Values): number => JSON.stringify(values).length;
  return examples.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? {};
}

describe('the tests of the features', () => {
  const project = openTestProject(lookup, 'shop', version);
  beforeAll(async () => {
    await project.hut({ features });
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], project.root);
  });
  afterAll(() => project.remove());

  it('notice at least 85 % of the changes that are made to the features, and 70 % of a small sample', () => {
    const blueprint = readBlueprint(project.read('hut.yaml'), { lookup, version });
    const targets = featureTargets(renderProject(blueprint, lookup).tree);
    const python = join(project.root, '.venv/bin/python');
    const { found, judged, missed } = JSON.parse(
      runTool(python, [mutate, '--every', String(every), ...targets], project.root),
    ) as { found: number; judged: number; missed: readonly string[] };
    const caught = ((judged - missed.length) / judged) * 100;
    process.stdout.write(
      `mutants: ${judged} of ${found}, noticed: ${caught.toFixed(1)} %; not noticed:\n${missed.join('\n')}\n`,
    );
    // Of few that are judged, some more may be missed by chance.
    expect(found).toBeGreaterThan(2000);
    expect(caught).toBeGreaterThanOrEqual(every === 1 ? 85 : 70);
  });
});
