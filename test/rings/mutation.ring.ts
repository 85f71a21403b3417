/**
 * Whether the generated tests hold the generated code: what they run of it, and how many small changes of it they
 * notice. The changes are made by mutation/mutate.py.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runHut, runTool } from '@hut/testing';

const sample = join(process.cwd(), 'samples/shop/hut.yaml');
const mutate = join(process.cwd(), 'test/rings/mutation/mutate.py');

/** One change of so many is tried: all of them take half an hour. */
const every = process.env.EVERY ?? '5';

/** Entities whose files are changed, and their plurals: together they have most types and every relation. */
const changed = { customer: 'customers', product: 'products', review: 'reviews' };

interface Coverage {
  readonly files: Readonly<
    Record<string, { readonly summary: { readonly percent_covered: number } }>
  >;
  readonly totals: { readonly percent_covered: number };
}

describe('the tests of the generated entities', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hut-mutation-'));
  const root = join(parent, 'shop');
  const python = join(root, '.venv/bin/python');
  beforeAll(() => {
    const build = ['build', 'shop', '--from', sample, '--yes', '--no-install', '--no-git'];
    expect(runHut(build, parent)).toMatchObject({ exitCode: 0 });
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], root);
    runTool(requireUv(), ['pip', 'install', '--quiet', 'coverage>=7'], root);
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('run at least 95 % of every file of the application', () => {
    const run = ['-m', 'coverage', 'run', '--source=app', '--concurrency=greenlet,thread'];
    runTool(python, [...run, '-m', 'pytest', '-q'], root);
    runTool(python, ['-m', 'coverage', 'json', '--quiet', '-o', 'coverage.json'], root);
    const { files, totals } = JSON.parse(
      readFileSync(join(root, 'coverage.json'), 'utf8'),
    ) as Coverage;
    const low = Object.entries(files).filter(([, { summary }]) => summary.percent_covered < 95);
    process.stdout.write(`coverage: ${totals.percent_covered.toFixed(1)} % of app\n`);
    expect(low.map(([path]) => path)).toEqual([]);
  });

  it('notice at least 85 % of the changes that are made to an entity', () => {
    const targets = Object.entries(changed).flatMap(([entity, plural]) =>
      targetsOf(entity, plural),
    );
    const { found, judged, missed } = JSON.parse(
      runTool(python, [mutate, '--every', every, ...targets], root),
    ) as {
      found: number;
      judged: number;
      missed: readonly string[];
    };
    const caught = ((judged - missed.length) / judged) * 100;
    process.stdout.write(
      `mutants: ${judged} of ${found}, noticed: ${caught.toFixed(1)} %; not noticed:\n${missed.join('\n')}\n`,
    );
    // Fewer would mean that the changes are not found any more: these files have that many places.
    expect(found).toBeGreaterThan(500);
    expect(caught).toBeGreaterThanOrEqual(85);
  });
});

/** Each file of an entity, and the tests that are to notice what is changed there. */
function targetsOf(entity: string, plural: string): readonly string[] {
  const own = `tests/test_${plural}.py`;
  return [
    `app/models/${entity}.py=${own},tests/test_alembic.py`,
    `app/schemas/${entity}.py=${own}`,
    `app/repositories/${entity}_repository.py=${own}`,
    `app/services/${entity}_service.py=${own}`,
    `app/api/v1/${plural}.py=tests/test_documentation.py,${own}`,
  ];
}
