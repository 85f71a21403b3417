import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killOften } from './kill-often.mjs';
import { countDifferent, edit, isSame, readProject } from './project-files.mjs';
import { commitAll, mustRun, runTool } from './run-tool.mjs';

/** Each: what a person did, and what becomes of it. */
export const trials = [
  {
    what: 'edit far from what is added',
    run: (subject) => growEdited(subject, (folder, { wiring, far }) => edit(folder, wiring, far)),
  },
  {
    what: 'edit on the neighbouring line',
    run: (subject) =>
      growEdited(subject, (folder, { wiring, neighbour }) => edit(folder, wiring, neighbour)),
  },
  { what: 'edit of the same line', run: changeSameLine },
  { what: 'the file reformatted (`ruff format`, lines of 60)', run: growReformatted },
  {
    what: 'a file deleted that does not change',
    run: (subject) => growWithout(subject, 'untouched'),
  },
  { what: 'a file deleted that changes', run: (subject) => growWithout(subject, 'touched') },
  { what: 'add, edit the file that came, remove', run: removeEdited },
  { what: 'add, then remove', run: addThenRemove },
  { what: 'edit, then work on a fresh clone', run: growClone },
  { what: 'edit, and the stored base is gone', run: growWithoutBase },
  { what: '`kill -9` in the middle', run: killOften },
];

/** A new project in a temporary folder, for one trial. */
function withProject(subject, work) {
  const parent = mkdtempSync(join(tmpdir(), 'hut-trial-'));
  const folder = join(parent, 'shop');
  try {
    subject.create(folder);
    return work(folder, subject.edits);
  } finally {
    if (process.env.KEEP === undefined) rmSync(parent, { recursive: true, force: true });
  }
}

function growEdited(subject, change) {
  return withProject(subject, (folder, edits) => {
    change(folder, edits);
    return judge(subject, folder, () => subject.change(folder, 'article'), edits);
  });
}

function changeSameLine(subject) {
  const { same } = subject.edits;
  if (same === undefined) return 'not tried';
  return withProject(subject, (folder) => {
    edit(folder, same.path, [same.from, same.to]);
    const mine = { test: (text) => text.includes(same.to) };
    return judge(subject, folder, () => subject.change(folder, same.tree), {
      ...subject.edits,
      wiring: same.path,
      mine,
      next: same.next,
    });
  });
}

function growReformatted(subject) {
  return withProject(subject, (folder, edits) => {
    const format = ['uvx', 'ruff', 'format', '--quiet', '--isolated', '--line-length', '60'];
    mustRun([...format, edits.wiring], folder);
    const formatted = readFileSync(join(folder, edits.wiring), 'utf8').split('\n');
    // Lines that only the new layout has.
    const mine = { test: (text) => isMostlyIn(formatted, text) };
    return judge(subject, folder, () => subject.change(folder, 'article'), { ...edits, mine });
  });
}

function isMostlyIn(lines, text) {
  const there = new Set(text.split('\n'));
  return lines.filter((line) => there.has(line)).length >= lines.length * 0.95;
}

function growWithout(subject, which) {
  return withProject(subject, (folder, edits) => {
    const path = join(folder, edits[which]);
    rmSync(path);
    const { exitCode } = subject.change(folder, 'article');
    const outcome = existsSync(path) ? '**comes back**' : 'stays deleted';
    return exitCode === 0 ? outcome : `${outcome}, exit ${exitCode}`;
  });
}

function removeEdited(subject) {
  return withProject(subject, (folder, { owned }) => {
    subject.change(folder, 'article');
    const text = readFileSync(join(folder, owned), 'utf8');
    const [first] = text.split('\n');
    edit(folder, owned, [first, `${first}\n# Ours.`]);
    commitAll(folder, 'grown');
    const before = readProject(folder, subject.ignored);
    const { exitCode } = subject.change(folder, 'none');
    if (isSame(before, readProject(folder, subject.ignored)))
      return exitCode === 0 ? 'nothing happens' : `asked; nothing written (exit ${exitCode})`;
    const kept = existsSync(join(folder, owned)) && readFileSync(join(folder, owned), 'utf8');
    if (kept === false) return `**deleted, edit lost** (exit ${exitCode})`;
    return kept.includes('# Ours.')
      ? `file stays (exit ${exitCode})`
      : `**edit lost** (exit ${exitCode})`;
  });
}

function addThenRemove(subject) {
  return withProject(subject, (folder) => {
    const before = readProject(folder, subject.ignored);
    const exits = [subject.change(folder, 'article'), subject.change(folder, 'none')];
    const left = countDifferent(before, readProject(folder, subject.ignored));
    const failed = exits.find(({ exitCode }) => exitCode !== 0);
    if (failed !== undefined) return `exit ${failed.exitCode}`;
    return left === 0 ? 'the same bytes' : `**${left} paths differ**`;
  });
}

function growClone(subject) {
  return withProject(subject, (folder, edits) => {
    edit(folder, edits.wiring, edits.far);
    commitAll(folder, 'edited');
    const clone = `${folder}-clone`;
    mustRun(['git', 'clone', '-q', folder, clone], tmpdir());
    return judge(subject, clone, () => subject.change(clone, 'article'), edits);
  });
}

function growWithoutBase(subject) {
  if (subject.loseBase === undefined) return 'not tried';
  return withProject(subject, (folder, edits) => {
    edit(folder, edits.wiring, edits.far);
    subject.loseBase(folder);
    return judge(subject, folder, () => subject.change(folder, 'article'), edits);
  });
}

/** What became of the edit, the new text and the file. */
function judge(subject, folder, change, { wiring, mine, next }) {
  const before = readProject(folder, subject.ignored);
  const { exitCode } = change();
  const after = readProject(folder, subject.ignored);
  if (isSame(before, after)) return `nothing written (exit ${exitCode})`;
  const text = after[wiring] ?? '';
  const marked = Object.keys(after).filter((path) => /^<{7} /m.test(after[path]));
  if (marked.length > 0)
    return `**conflict markers in ${marked.length === 1 ? 'the file' : `${marked.length} files`}** (exit ${exitCode})`;
  if (!mine.test(text)) return `**edit lost** (exit ${exitCode})`;
  if (!next.test(text)) return `edit kept, **new text missing** (exit ${exitCode})`;
  if (!parses(folder, wiring)) return `**does not parse** (exit ${exitCode})`;
  return exitCode === 0 ? 'merged' : `merged (exit ${exitCode})`;
}

function parses(folder, path) {
  if (!path.endsWith('.py')) return true;
  const script = 'import ast, sys; ast.parse(open(sys.argv[1]).read())';
  return runTool(['python3', '-c', script, path], folder).exitCode === 0;
}
