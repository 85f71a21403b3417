import { diffArrays } from 'diff';
import type { Lookup } from '../lookup.ts';
import type { ProjectState } from '../project-state.ts';
import { findAsking } from './find-asking.ts';
import { findContributing } from './find-contributing.ts';

/** Where a line, or a whole file, comes from. */
export interface Why {
  readonly path: string;
  /** Counts from 1; null for the file. */
  readonly line: number | null;
  /** Whose it is: `hut` renders it now; `before` renders it no more, until the next sync; the rest is the user's. */
  readonly owner: 'hut' | 'before' | 'you';
  /** The generator of the file and its template; null where hut renders no such file. */
  readonly generator: string | null;
  readonly template: string | null;
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
  const nothing = { path, line, contributions: [], asked: [] };
  if (file === undefined) {
    const owner = project.base.has(path) ? 'before' : 'you';
    return { ...nothing, owner, generator: null, template: null };
  }
  const { generator, template, text } = file;
  const at = line === null ? null : findLine(text, textOf(project, path), line);
  if (at === undefined) {
    const isBefore = findLine(project.base.get(path) ?? '', textOf(project, path), line!);
    return { ...nothing, owner: isBefore === undefined ? 'you' : 'before', generator, template };
  }
  const isGone: IsGone = (other) =>
    other === undefined || (at !== null && findLine(other, text, at) === undefined);
  const contributions = findContributing({ project, lookup, path, isGone });
  const asked = findAsking({ lookup, version, hutYaml, path, isGone });
  return { path, line, owner: 'hut', generator, template, contributions, asked };
}

function textOf({ readMine }: ProjectState, path: string): string {
  const mine = readMine(path);
  return typeof mine === 'string' ? mine : '';
}

/** The line of `one` that is the given line of `other`, by their difference; undefined when it is only there. */
function findLine(one: string, other: string, line: number): number | undefined {
  let [ofOne, ofOther] = [0, 0];
  for (const { added, removed, count } of diffArrays(toLines(one), toLines(other))) {
    if (removed) ofOne += count;
    else if (added) ofOther += count;
    else {
      if (line > ofOther && line <= ofOther + count) return ofOne + line - ofOther;
      ofOne += count;
      ofOther += count;
    }
    if (line <= ofOther) return undefined;
  }
  return undefined;
}

function toLines(text: string): string[] {
  return text.split('\n').map((one) => one.trimEnd());
}
