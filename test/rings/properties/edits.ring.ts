/** No statement of the user's is ever lost: edits as people make them, then any command with any answer to conflicts. */
import { showDiff } from '@hut/kit';
import { wordsOf } from './command.ts';
import { baseOf, editFiles, renderedPaths } from './edits/edit-files.ts';
import { drawCommand, grow } from './grow.ts';
import { judge, type Case } from './judge.ts';
import { hold, type PropertyRun } from './hold.ts';
import { openShop, type Files, type Shop } from './shop.ts';

/** With the commands that lead to it. */
interface Found extends Case {
  readonly script: string;
}

interface Reported {
  readonly changes: readonly {
    path: string;
    action: string;
    reason?: string;
    was?: string;
    answer?: string;
  }[];
}

const policies = ['mine', 'next', 'markers'] as const;

it('every statement of the user is there after any command, or was asked about', async () => {
  const cases: Found[] = [];
  await hold('edits', 10, async (run) => {
    const shop = run.keep(await openShop());
    await grow(shop, run, 4);
    for (let round = 0; round < 3; round++) await runOverEdits(shop, run, cases);
  });
  const verdicts = judge(cases);
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

/** One command that has something to do, over one set of edits, with each answer; then edits over what it left, and undo. */
async function runOverEdits(shop: Shop, run: PropertyRun, cases: Found[]): Promise<void> {
  const { draw, count } = run;
  const clean = shop.files();
  const { words, changed } = await findCommand(shop, run);
  if (changed.length === 0) return count('projects that no command changed');
  const over = (some: Files): Edited => toEdited(some, changed, run);
  const edited = over(clean);
  for (const policy of policies) cases.push(...(await runOver(shop, run, edited, words, policy)));
  shop.restore(edited.files);
  const stopped = await shop.hut([...words, '--on-conflict', 'stop']);
  count(stopped.exitCode === 2 ? 'stopped' : 'without a conflict');
  shop.restore(clean);
  await shop.hut(words);
  const undone = await runOver(shop, run, over(shop.files()), ['undo'], draw.pick(policies));
  cases.push(...undone.map((one) => ({ ...one, renames: words[0] === 'rename' })));
  shop.restore(clean);
}

/** A project that somebody edited, with what it was before. */
interface Edited {
  readonly clean: Files;
  readonly files: Files;
  readonly paths: readonly string[];
}

function toEdited(clean: Files, changed: readonly string[], { draw, count }: PropertyRun): Edited {
  const rendered = renderedPaths(clean);
  const found = draw.shuffled(changed.filter((path) => rendered.includes(path))).slice(0, 12);
  const paths = [...new Set([...found, ...draw.some(rendered, 4)])];
  const files = editFiles(clean, paths, draw);
  const touched = paths.filter((path) => files.get(path) !== clean.get(path));
  count('files edited', touched.length);
  return { clean, files, paths: touched };
}

/** Runs a command over edits, and tells what became of each edited file. */
async function runOver(
  shop: Shop,
  { count }: PropertyRun,
  edited: Edited,
  words: readonly string[],
  policy: string,
): Promise<readonly Found[]> {
  shop.restore(edited.files);
  const { exitCode, stdout } = await shop.hut([...words, '--on-conflict', policy, '--json']);
  if (exitCode === 3) count('commands refused over edits');
  if (exitCode === 3) return [];
  const { changes } = JSON.parse(stdout) as Reported;
  count('merged', changes.filter(({ action }) => action === 'merge').length);
  count('conflicts', changes.filter(({ action }) => action === 'conflict').length);
  // To take a rename back is one, too.
  const renames = words[0] === 'rename' || changes.some(({ was }) => was !== undefined);
  const about = { renames, script: shop.script.join('\n') };
  const after = shop.files();
  return edited.paths.map((path) => ({ ...about, ...toCase(path, edited, after, changes) }));
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

function toCase(
  path: string,
  { clean, files }: Edited,
  after: Files,
  changes: Reported['changes'],
): Omit<Case, 'renames'> {
  const moved = changes.find(({ was }) => was === path)?.path ?? path;
  const answer = changes.find((change) => change.path === moved)?.answer ?? null;
  return {
    path,
    base: clean.get(path)!,
    mine: files.get(path) ?? null,
    next: baseOf(after, moved)!,
    result: after.get(moved) ?? null,
    answer,
  };
}

/** What a person needs to see of it: how to come there, what the user did, what hut did, and what came of it. */
function show({ path, base, mine, next, result, answer, script }: Found, why: string): string {
  const diffs = [
    ['what the user did', showDiff(path, base, mine)],
    ['what is rendered now', showDiff(path, base, next)],
    ['what the user gets', showDiff(path, mine, result)],
  ];
  const parts = diffs.map(([what, diff]) => `${what}\n${diff}`);
  return [`${path}: ${why} (answer: ${answer})`, script, ...parts].join('\n');
}
