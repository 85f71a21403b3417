import type { Lookup } from '../lookup.ts';
import { readRecords } from '../made-record.ts';
import type { ProjectState } from '../project-state.ts';
import { findAsking } from './find-asking.ts';
import { findContributing } from './find-contributing.ts';
import { findLine } from './find-line.ts';
import { findMaker, type Maker } from './find-maker.ts';
import { findMoved } from './find-moved.ts';
import { listFiles, type FileState } from './list-files.ts';

/**
 * Whose a line is: `hut` renders it now; `before` renders it no more, until the next sync; `once` was made by hut and
 * is left alone since; `record` is what hut keeps for itself; the rest is the user's.
 */
export type Owner = 'hut' | 'before' | 'once' | 'record' | 'you';

/** Where a line, or a whole file, comes from. */
export interface Why {
  readonly path: string;
  /** Counts from 1; null for the file. */
  readonly line: number | null;
  readonly owner: Owner;
  /** What became of the file; null where hut neither renders nor made it. */
  readonly state: FileState | null;
  /** The generator of the file and its template; null where hut renders no such file. */
  readonly generator: string | null;
  readonly template: string | null;
  /** The run that made a file once; null for every other file, and where this machine has no record of it. */
  readonly run: Maker | null;
  /** What generators contributed that makes the line, as `generator: kind "key"`. */
  readonly contributions: readonly string[];
  /** What in hut.yaml asks for it, as paths of keys. */
  readonly asked: readonly string[];
}

/** What a line is asked of: the text of the file without it, or another file altogether. */
export type IsGone = (text: string | undefined) => boolean;

interface Asking {
  readonly project: ProjectState;
  readonly lookup: Lookup;
  readonly version: string;
  readonly hutYaml: string;
  readonly path: string;
  readonly line: number | null;
}

/*
 *     line of mine -> the same line of next -> who makes it: without which contribution, and without which
 *                                              key of hut.yaml, is it gone?
 *
 * Nothing is remembered from the run that wrote it: rendering again is quick, and can't be out of date.
 */

/** Says where a line of a file comes from. Takes lines that exist. */
export function explain({ project, lookup, version, hutYaml, path, line }: Asking): Why {
  const file = project.tree.get(path);
  if (file === undefined) return explainUnrendered(project, path, line);
  const { generator, template, text } = file;
  const mine = textOf(project, path);
  const about = { path, line, ...nobody, state: stateIn(project, path), generator, template };
  const at = line === null ? null : findOurs(text, mine, line);
  if (at === undefined) {
    const isBefore = findOurs(project.base.get(path) ?? '', mine, line!) !== undefined;
    return { ...about, owner: isBefore ? 'before' : 'you' };
  }
  const isGone: IsGone = (other) =>
    other === undefined || (at !== null && findLine(other, text, at) === undefined);
  const contributions = findContributing({ project, lookup, path, isGone });
  const asked = findAsking({ lookup, version, hutYaml, path, isGone });
  return { ...about, owner: 'hut', contributions, asked };
}

const nobody = {
  owner: 'you',
  state: null,
  generator: null,
  template: null,
  run: null,
  contributions: [],
  asked: [],
} as const;

function explainUnrendered(project: ProjectState, path: string, line: number | null): Why {
  const { workspace, base } = project;
  const about = { path, line, ...nobody };
  if (path.startsWith('.hut/')) return { ...about, owner: 'record' };
  const before = base.get(path);
  if (before !== undefined) {
    const mine = textOf(project, path);
    const isOurs = line === null || findOurs(before, mine, line) !== undefined;
    return { ...about, state: stateIn(project, path), owner: isOurs ? 'before' : 'you' };
  }
  const made = readRecords(workspace).get(path);
  if (made === undefined) return about;
  const state = made.hash === workspace.read(path)?.sha ? 'pristine' : 'edited';
  return { ...about, owner: 'once', state, run: findMaker(workspace.root, path) };
}

function findOurs(text: string, mine: string, line: number): number | undefined {
  return findLine(text, mine, line) ?? findMoved(text, mine, line);
}

function stateIn(project: ProjectState, path: string): FileState | null {
  return listFiles(project).find((file) => file.path === path)?.state ?? null;
}

function textOf({ readMine }: ProjectState, path: string): string {
  const mine = readMine(path);
  return typeof mine === 'string' ? mine : '';
}
