/**
 * Merges of the real templates: the project rendered with one set of made-up features, edited at random, and
 * rendered again with another set. Python judges every result (packages/reconcile/fuzz/judge.py).
 */
import { join } from 'node:path';
import type { Blueprint } from '@hut/blueprint';
import {
  defineGenerator,
  draftBlueprint,
  readBlueprint,
  renderProject,
  type Lookup,
} from '@hut/kit';
import { mergeTexts } from '@hut/reconcile';
import { lookup } from '../../generators/lookup.ts';
import { editByChance } from '../../packages/reconcile/fuzz/edits.ts';
import { judgeAll, type Judged } from '../../packages/reconcile/fuzz/oracle.ts';
import { toChance, type Chance } from '../../packages/reconcile/fuzz/random.ts';
import { madeUpFeatures } from '../made-up-features.ts';

const cases = Number(process.env.TEMPLATE_MERGES ?? 2000);
const version = '0.1.0';
/** The wiring files, and the file of the made-up edits (packages/reconcile/fuzz/edits.ts) that each is edited like. */
const edited: Readonly<Record<string, string>> = {
  'app/factory.py': 'app/main.py',
  'app/core/settings.py': 'app/settings.py',
  'tests/conftest.py': 'app/main.py',
  'pyproject.toml': 'pyproject.toml',
  '.env.example': '.env.example',
  'README.md': 'README.md',
};

const everything: Lookup = [...lookup, ...madeUpFeatures];
const ids = madeUpFeatures.map(({ definition }) => definition.id);

function toBlueprint(chosen: readonly string[], python: string): Blueprint {
  const splices = [
    { set: ['python'], value: python },
    ...chosen.map((id) => ({ set: ['features', id], value: {} })),
  ];
  const text = draftBlueprint({
    existing: null,
    from: null,
    name: 'shop',
    lookup: everything,
    version,
    amendments: [
      {
        definition: defineGenerator({ id: 'edit', summary: 'Edits', amend: () => splices }),
        values: {},
      },
    ],
  });
  return readBlueprint(text, { lookup: everything, version });
}

function drawCase(seed: number): Omit<Judged, 'result'> {
  const chance: Chance = toChance(seed);
  const before = chance.some(ids, 0.4);
  const flipped = chance.some(ids, 0.2);
  const after = ids.filter((id) => before.includes(id) !== flipped.includes(id));
  const [base, next] = [
    renderProject(toBlueprint(before, '3.11'), everything).tree,
    renderProject(toBlueprint(after, chance.pick(['3.11', '3.11', '3.12'])), everything).tree,
  ];
  const changed = Object.keys(edited).filter(
    (path) => base.get(path)!.text !== next.get(path)!.text,
  );
  const path = chance.pick(changed.length > 0 ? changed : Object.keys(edited));
  const text = base.get(path)!.text;
  const mine = editByChance(text.trimEnd().split('\n'), edited[path]!, chance);
  return { seed, path, base: text, mine, next: next.get(path)!.text };
}

describe('merges of the real templates', () => {
  it('are none of them wrong in the eyes of Python', () => {
    const judged: Judged[] = Array.from({ length: cases }, (_, seed) => {
      const drawn = drawCase(seed + 1);
      const merge = mergeTexts(drawn.path, drawn.base, drawn.mine, drawn.next);
      return { ...drawn, result: merge.ok ? merge.text : null };
    });
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
    expect(count('right')).toBeGreaterThan(cases / 2);
  });
});
