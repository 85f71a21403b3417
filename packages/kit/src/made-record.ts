import { hashBytes } from '@hut/commit';
import type { MadeFile, MadeRecord, TextFile } from './make.ts';
import type { Workspace } from './workspace.ts';

/*
 *     # What hut knows ...                   for who opens it
 *     file: 5a9cecf1...                      hash of the file as it was made
 *     memo: 03bd7f1c...                      hash of the lines below: a record that git or a hand changed is told
 *     + articles.title: string:80            lines of the generator that made it
 *
 * A record a file, never written again: two branches that make files add records, and git has nothing to merge.
 */

const folder = '.hut/made';
const suffix = '.made';
const head = '# What hut knows of the file of this name, which it made once. Commit both.';

/** Where the record of a file that was made once is stored. */
export function recordPathOf(path: string): string {
  return `${folder}/${path}${suffix}`;
}

/** The file that a record speaks of, or undefined where the path is that of no record. */
export function findRecorded(record: string): string | undefined {
  const isRecord = record.startsWith(`${folder}/`) && record.endsWith(suffix);
  return isRecord ? record.slice(folder.length + 1, -suffix.length) : undefined;
}

/** The record of a file, with its place. */
export function toRecord({ path, text, memo }: MadeFile): TextFile {
  const rest = memo.map((line) => `${line}\n`).join('');
  const hashes = `file: ${hashBytes(text)}\nmemo: ${hashBytes(rest)}\n`;
  return { path: recordPathOf(path), text: `${head}\n${hashes}${rest}` };
}

/** The text of a record in; one that is not as it was written has no hash. */
export function parseRecord(text: string): MadeRecord {
  const plain = text.startsWith('\uFEFF') || text.includes('\r') ? toPlain(text) : text;
  const [, file, memo, rest = ''] = FORM.exec(plain) ?? [];
  if (file === undefined || hashBytes(rest) !== memo) {
    return { hash: null, memo: linesOf(plain).filter((line) => !line.startsWith('#')) };
  }
  return { hash: file, memo: linesOf(rest) };
}

const FORM = /^#.*\nfile: ([0-9a-f]{64})\nmemo: ([0-9a-f]{64})\n([^]*)$/;

/** As git may leave it on Windows. */
function toPlain(text: string): string {
  return text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The records of a project, by the paths of the files that they speak of. */
export function readRecords(workspace: Workspace): ReadonlyMap<string, MadeRecord> {
  return new Map(
    workspace.list(folder).flatMap((stored) => {
      const path = findRecorded(stored);
      return path === undefined ? [] : [[path, readRecord(workspace, stored)] as const];
    }),
  );
}

function readRecord(workspace: Workspace, stored: string): MadeRecord {
  const text = workspace.read(stored)?.text;
  return typeof text === 'string' ? parseRecord(text) : { hash: null, memo: [] };
}
