import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { mergeTexts } from './merge-texts.ts';

type Edit = readonly [find: string, put: string];

interface Case {
  readonly name: string;
  /** Those of the file, unless the case has its own. */
  readonly path?: string;
  readonly base?: string;
  readonly 'base-edit'?: readonly Edit[];
  readonly mine: readonly Edit[];
  readonly next: readonly Edit[];
  readonly expected: 'conflict' | readonly Edit[];
  readonly 'may-conflict'?: boolean;
}

interface Corpus {
  readonly path: string;
  readonly base: string;
  readonly cases: readonly Case[];
}

interface Triple {
  readonly label: string;
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  /** The right text; undefined where only a person can decide. */
  readonly expected: string | undefined;
  readonly mayConflict: boolean;
}

const FOLDER = fileURLToPath(new URL('../corpus', import.meta.url));

function applyEdits(text: string, edits: readonly Edit[], label: string): string {
  return edits.reduce((edited, [find, put]) => {
    if (edited.split(find).length !== 2) throw new Error(`${label}: not there once: ${find}`);
    return edited.replace(find, () => put);
  }, text);
}

function toTriples(file: string): readonly Triple[] {
  const corpus = parse(readFileSync(join(FOLDER, file), 'utf8')) as Corpus;
  return corpus.cases.map((item) => {
    const { path, base: text } = { ...corpus, ...item };
    const label = `${path}: ${item.name}`;
    const base = applyEdits(text, item['base-edit'] ?? [], label);
    const edit = (edits: readonly Edit[]) => applyEdits(base, edits, label);
    const expected = item.expected === 'conflict' ? undefined : edit(item.expected);
    const mayConflict = item['may-conflict'] ?? false;
    return {
      label,
      path,
      base,
      mine: edit(item.mine),
      next: edit(item.next),
      expected,
      mayConflict,
    };
  });
}

const TRIPLES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap(toTriples);

type Outcome = 'right' | 'needless conflict' | 'right conflict' | 'WRONG';

function judge({ expected }: Triple, result: string | undefined): Outcome {
  if (result === undefined) return expected === undefined ? 'right conflict' : 'needless conflict';
  return result === expected ? 'right' : 'WRONG';
}

function mergeByUs({ path, base, mine, next }: Triple): string | undefined {
  const merge = mergeTexts(path, base, mine, next);
  return merge.ok ? merge.text : undefined;
}

function mergeByGit({ base, mine, next }: Triple, folder: string): string | undefined {
  const files = [mine, base, next].map((text, index) => {
    const file = join(folder, String(index));
    writeFileSync(file, text);
    return file;
  });
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8', stdio });
  } catch (error) {
    if (typeof (error as { status?: unknown }).status === 'number') return undefined;
    throw new Error('git is missing: apt-get install git', { cause: error });
  }
}

function countOutcomes(merge: (triple: Triple) => string | undefined): Record<Outcome, number> {
  const counts = { right: 0, 'needless conflict': 0, 'right conflict': 0, WRONG: 0 };
  for (const triple of TRIPLES) counts[judge(triple, merge(triple))]++;
  return counts;
}

describe('the corpus', () => {
  it('has at least sixty cases', () => expect(TRIPLES.length).toBeGreaterThanOrEqual(60));

  it.each(TRIPLES.map((triple) => [triple.label, triple] as const))('%s', (_, triple) => {
    const result = mergeByUs(triple);
    if (result === undefined && triple.mayConflict) return;
    expect(result).toBe(triple.expected);
  });

  it('is never merged wrong by us, and better than by git merge-file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hut-merge-'));
    const git = countOutcomes((triple) => mergeByGit(triple, folder));
    rmSync(folder, { recursive: true });
    const byUs = countOutcomes(mergeByUs);
    process.stdout.write(
      `corpus of ${TRIPLES.length}: ours ${JSON.stringify(byUs)} git merge-file ${JSON.stringify(git)}\n`,
    );
    expect(byUs.WRONG).toBe(0);
    expect(byUs.right).toBeGreaterThan(git.right);
  });
});
