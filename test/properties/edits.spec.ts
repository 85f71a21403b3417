/** No statement of the user's is ever lost: edits as people make them, then any command with any answer to conflicts. */
import { join } from 'node:path';
import { judgeAll, type Judged } from '../../packages/reconcile/fuzz/oracle.ts';
import { showDiff } from '@hut/kit';
import { wordsOf } from './command.ts';
import { baseOf, editFiles, renderedPaths } from './edits/edit-files.ts';
import { drawCommand, grow } from './grow.ts';
import { hold, type PropertyRun } from './hold.ts';
import { openShop, type Files, type Shop } from './shop.ts';

/** A file that was edited, the command that came over it, and what became of it. */
interface Case extends Omit<Judged, 'mine'> {
  readonly mine: string | null;
  readonly answer: string | null;
  readonly renames: boolean;
  readonly script: string;
}

interface Reported {
  readonly changes: readonly { path: string; action: string; reason?: string; answer?: string }[];
}

const policies = ['mine', 'next', 'markers'] as const;

it('every statement of the user is there after any command, or was asked about', async () => {
  const cases: Case[] = [];
  await hold('edits', 10, async (run) => {
    const shop = run.keep(await openShop());
    await grow(shop, run, 4);
    for (let round = 0; round < 3; round++) await runOverEdits(shop, run, cases);
  });
  const verdicts = judgeAll(
    cases as unknown as Judged[],
    join(process.cwd(), 'test/properties'),
    join(process.cwd(), '.cache/reconcile'),
  );
  const count = (wanted: string): string =>
    `${verdicts.filter(({ verdict }) => verdict === wanted).length} ${wanted}`;
  process.stdout.write(
    `edited files: ${['right', 'conflict', 'unreadable', 'WRONG'].map(count).join(', ')}\n`,
  );
  const wrong = verdicts.flatMap(({ verdict, why }, index) =>
    verdict === 'WRONG' ? [show(cases[index]!, why)] : [],
  );
  expect(wrong.slice(0, 3).join('\n\n')).toBe('');
  expect(wrong).toHaveLength(0);
}, 900_000);

/** One command that has something to do, over one set of edits, with each answer. */
async function runOverEdits(shop: Shop, run: PropertyRun, cases: Case[]): Promise<void> {
  const { draw, count } = run;
  const clean = shop.files();
  const { words, changed } = await findCommand(shop, run);
  if (changed.length === 0) return count('projects that no command changed');
  const others = draw.some(renderedPaths(clean), 4);
  const paths = [...new Set([...draw.shuffled(changed).slice(0, 12), ...others])];
  const edited = editFiles(clean, paths, draw);
  const touched = paths.filter((path) => edited.get(path) !== clean.get(path));
  count('files edited', touched.length);
  for (const policy of policies) {
    shop.restore(edited);
    const ran = await shop.hut([...words, '--on-conflict', policy, '--json']);
    if (ran.exitCode === 3) return count('commands refused over edits');
    const { changes } = JSON.parse(ran.stdout) as Reported;
    const found = touched.map((path) =>
      toCase(path, { clean, edited, after: shop.files(), changes }),
    );
    cases.push(
      ...found.map((one) => ({
        ...one,
        renames: words[0] === 'rename',
        seed: cases.length,
        script: shop.script.join('\n'),
      })),
    );
    count('merged', changes.filter(({ action }) => action === 'merge').length);
    count('conflicts', changes.filter(({ action }) => action === 'conflict').length);
  }
  shop.restore(edited);
  const stopped = await shop.hut([...words, '--on-conflict', 'stop']);
  count(stopped.exitCode === 2 ? 'stopped' : 'without a conflict');
  shop.restore(clean);
}

/** A command that changes rendered files, and which ones. */
async function findCommand(shop: Shop, { draw }: PropertyRun) {
  for (let tries = 0; ; tries++) {
    const words = wordsOf(drawCommand(shop, draw));
    const { exitCode, stdout } = await shop.hut([...words, '--dry-run=json']);
    const changes = exitCode === 0 ? (JSON.parse(stdout) as Reported).changes : [];
    const changed = changes
      .filter(({ action }) => action === 'update' || action === 'delete')
      .map(({ path }) => path);
    const rendered = renderedPaths(shop.files());
    const found = changed.filter((path) => rendered.includes(path));
    if (found.length > 2 || tries > 20) return { words, changed: found };
  }
}

interface Around extends Reported {
  readonly clean: Files;
  readonly edited: Files;
  readonly after: Files;
}

function toCase(
  path: string,
  { clean, edited, after, changes }: Around,
): Omit<Case, 'seed' | 'script' | 'renames'> {
  const moved = changes.find(({ reason }) => reason === `was ${path}`)?.path ?? path;
  const answer = changes.find((change) => change.path === moved)?.answer ?? null;
  return {
    path,
    base: clean.get(path)!,
    mine: edited.get(path) ?? null,
    next: baseOf(after, moved)!,
    result: after.get(moved) ?? null,
    answer,
  };
}

/** What a person needs to see of it: how to come there, what the user did, what hut did, and what came of it. */
function show({ path, base, mine, next, result, answer, script }: Case, why: string): string {
  const diffs = [
    ['what the user did', showDiff(path, base, mine)],
    ['what is rendered now', showDiff(path, base, next)],
    ['what the user gets', showDiff(path, mine, result)],
  ];
  const parts = diffs.map(([what, diff]) => `${what}\n${diff}`);
  return [`${path}: ${why} (answer: ${answer})`, script, ...parts].join('\n');
}
