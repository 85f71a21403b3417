/**
 * Merges of the real templates: the project rendered from one hut.yaml, a file of it edited at random, and the project
 * rendered again from another one. Python judges every result (packages/reconcile/fuzz/judge.py).
 */
import { join } from 'node:path';
import { readBlueprint, renderProject } from '@hut/kit';
import { mergeTexts } from '@hut/reconcile';
import type { Tree } from '@hut/render';
import { editByChance } from '../../packages/reconcile/fuzz/edits.ts';
import { judgeAll, type Judged } from '../../packages/reconcile/fuzz/oracle.ts';
import { toChance, type Chance } from '../../packages/reconcile/fuzz/random.ts';
import { wiringFeatures, wiringGenerators } from '../made-up-features.ts';

const cases = Number(process.env.TEMPLATE_MERGES ?? 11_500);
/** Rendering costs more than merging: so many pairs of projects, and many edits of each. */
const pairs = 256;

/** Files that a change of hut.yaml changes, and the file of the made-up edits (fuzz/edits.ts) that each is edited like. */
const edited: Readonly<Record<string, string>> = {
  'app/factory.py': 'app/main.py',
  'app/core/settings.py': 'app/settings.py',
  'app/models/__init__.py': 'app/models/__init__.py',
  'app/models/book.py': 'app/settings.py',
  'app/schemas/book.py': 'app/settings.py',
  'app/services/book_service.py': 'app/settings.py',
  'app/repositories/book_repository.py': 'app/settings.py',
  'tests/conftest.py': 'app/main.py',
  'tests/test_books.py': 'app/main.py',
  'tests/factories/book.py': 'app/main.py',
  'docs/domain.md': 'README.md',
  'pyproject.toml': 'pyproject.toml',
  '.env.example': '.env.example',
  'README.md': 'README.md',
};

const features = wiringFeatures.map(({ definition }) => definition.id);
const fields = [
  'title: string:120',
  'slug: slug:unique',
  'pages: int:default=1:min=1',
  'price: decimal:10,2:min=0',
  'state: enum:draft,sold:default=draft',
  'printed: date:optional',
  'isbn: string:13:optional:index',
  'summary: text:optional',
  'author: Author:cascade:as=books',
  'editor: Author:optional',
  'signers: Author:many',
];

/** Each one in or out: what a hut.yaml may choose. */
interface Choice {
  readonly features: readonly string[];
  readonly fields: readonly string[];
  readonly python: string;
}

function flipSome(all: readonly string[], chosen: readonly string[], chance: Chance) {
  const flipped = chance.some(all, 0.2);
  return all.filter((one) => chosen.includes(one) !== flipped.includes(one));
}

function render({ features: chosen, fields: own, python }: Choice): Tree {
  const mapping = (indent: string, rows: readonly string[]) =>
    rows.length === 0 ? ' {}\n' : `\n${rows.map((row) => `${indent}${row}\n`).join('')}`;
  const hutYaml = [
    'hut: 1\ngenerator: 0.1.0\nname: shop\n',
    `python: "${python}"\n`,
    `features:${mapping(
      '  ',
      chosen.map((id) => `${id}: {}`),
    )}`,
    'entities:\n  Author:\n    fields:\n      name: string:80:unique\n',
    `  Book:\n    fields:${mapping('      ', ['code: string:8', ...own])}    layers: endpoint\n`,
  ].join('');
  const context = { lookup: wiringGenerators, version: '0.1.0', file: 'hut.yaml', name: 'shop' };
  return renderProject(readBlueprint(hutYaml, context), wiringGenerators).tree;
}

function drawPair(seed: number): readonly [Tree, Tree] {
  const chance = toChance(seed);
  const before = {
    features: chance.some(features, 0.4),
    fields: chance.some(fields, 0.6),
    python: '3.11',
  };
  const after = {
    features: flipSome(features, before.features, chance),
    fields: flipSome(fields, before.fields, chance),
    python: chance.pick(['3.11', '3.11', '3.12']),
  };
  return [render(before), render(after)];
}

function drawCase(seed: number, [base, next]: readonly [Tree, Tree]): Omit<Judged, 'result'> {
  const chance = toChance(seed);
  const paths = Object.keys(edited).filter((path) => base.get(path)!.text !== next.get(path)!.text);
  const path = chance.pick(paths.length > 0 ? paths : Object.keys(edited));
  const text = base.get(path)!.text;
  const mine = editByChance(text.trimEnd().split('\n'), edited[path]!, chance);
  return { seed, path, base: text, mine, next: next.get(path)!.text };
}

function drawMerge(seed: number, pair: readonly [Tree, Tree]): Judged {
  const drawn = drawCase(seed, pair);
  const merge = mergeTexts(drawn.path, drawn.base, drawn.mine, drawn.next);
  return { ...drawn, result: merge.ok ? merge.text : null };
}

describe('merges of the real templates', () => {
  it('are none of them wrong in the eyes of Python', () => {
    const trees = Array.from({ length: pairs }, (_, index) => drawPair(index + 1));
    const judged = Array.from({ length: cases }, (_, index) =>
      drawMerge(index + 1, trees[index % pairs]!),
    );
    const verdicts = judgeAll(
      judged,
      join(process.cwd(), 'packages/reconcile/fuzz'),
      join(process.cwd(), '.cache/reconcile'),
    );
    const count = (verdict: string): number =>
      verdicts.filter((one) => one.verdict === verdict).length;
    const readable = verdicts.length - count('unreadable');
    process.stdout.write(
      `real templates: ${readable} readable merges, ${count('right')} right, ${count('WRONG')} wrong, ${count('conflict')} conflicts (${((100 * count('conflict')) / readable).toFixed(1)} %)\n`,
    );
    expect(verdicts.filter(({ verdict }) => verdict === 'WRONG').slice(0, 5)).toEqual([]);
    expect(readable).toBeGreaterThan(cases * 0.75);
  });
});
