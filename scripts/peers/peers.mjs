/**
 * The same edits on hut and on peers that also run again over edited projects: `node scripts/peers/peers.mjs [name...]`.
 * Prints the table of docs/guarantees.md. The peers are installed into a temporary folder (network, uv, git). KEEP=1
 * keeps it, KILLS=10 kills as often, TRIALS=line tries what says so, VERBOSE=1 shows what the tools say.
 * Not part of the tests: what others do is told, not held.
 *
 *     hut renders the trees  ->  each subject makes a project of one, a person edits it, the subject goes to another
 *                            ->  what became of the edit, of the new text, of the exit code
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAegis } from './aegis.mjs';
import { openCopier } from './copier.mjs';
import { openHut } from './hut.mjs';
import { openJostraca } from './jostraca.mjs';
import { renderTrees } from './trees.mjs';
import { trials } from './trials.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const work = mkdtempSync(join(tmpdir(), 'hut-peers-'));
const asked = process.argv.slice(2);
const openers = { hut: openHut, copier: openCopier, jostraca: openJostraca, aegis: openAegis };
const names = Object.keys(openers).filter((name) => asked.length === 0 || asked.includes(name));

const trees = renderTrees(join(root, 'dist', 'hut.cjs'), work);
const subjects = names.map((name) => openers[name]({ root, work, trees }));
console.log(`| what a person did | ${subjects.map(({ title }) => title).join(' | ')} |`);
console.log(`| --- |${' --- |'.repeat(subjects.length)}`);
const wanted = new RegExp(process.env.TRIALS ?? '');
for (const { what, run } of trials.filter((trial) => wanted.test(trial.what))) {
  const cells = [];
  for (const subject of subjects) cells.push(await run(subject));
  console.log(`| ${what} | ${cells.join(' | ')} |`);
}
if (process.env.KEEP === undefined) rmSync(work, { recursive: true, force: true });
else console.error(work);
