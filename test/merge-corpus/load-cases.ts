import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlueprint, renderProject, toRenames } from '@hut/kit';
import type { WordPairs } from '@hut/reconcile';
import { parse } from 'yaml';
import { toWordPairs } from '../../packages/kit/src/renames.ts';
import { wiringGenerators } from '../made-up-features.ts';

/*
 *   blueprint.yaml: from, changes  -> rendered: base, and next for each change
 *   <topic>.yaml: cases            -> mine = edits of base, expected = edits of next (README.md)
 */

type Edit = readonly [find: string, put: string];

/** Where the user's edit is, beside what the generator changes, or what it does. */
export const KINDS = ['far', 'near', 'same', 'order', 'rename', 'layout', 'remove'] as const;

/** A case as it is written. */
interface Written {
  readonly name: string;
  readonly edit: (typeof KINDS)[number];
  readonly next: string;
  readonly path?: string;
  readonly mine: readonly Edit[];
  readonly right?: readonly Edit[];
  readonly or?: readonly Edit[];
  readonly conflict?: string;
  readonly gap?: string;
}

interface Rendered {
  readonly files: ReadonlyMap<string, string>;
  /** Where files may have stood before a rename, by their path now. */
  readonly formerPaths: ReadonlyMap<string, readonly string[]>;
  readonly words: WordPairs;
}

/** One merge: three texts, and what a careful person makes of them. */
export interface Case extends Pick<Written, 'edit' | 'gap'>, Pick<Rendered, 'words'> {
  readonly label: string;
  readonly path: string;
  /** The path of base and mine: another one when the file was renamed. */
  readonly before: string;
  readonly edits: number;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  /** One text, or two that differ in an order that means nothing; none where only a person can decide. */
  readonly expected: readonly string[];
}

const folder = import.meta.dirname;

/** All cases of this folder; throws for an edit whose text is not there exactly once. */
export function loadCases(): readonly Case[] {
  const { from, changes } = read('blueprint.yaml') as Blueprints;
  const renderOnce = remember((names) => render(applyEdits(from, editsOf(names, changes), names)));
  const base = render(from).files;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file !== 'blueprint.yaml')
    .flatMap((file) => {
      const { path, cases } = read(file) as { path: string; cases: readonly Written[] };
      return cases.map((one) => toCase({ path, ...one }, base, renderOnce(one.next)));
    });
}

interface Blueprints {
  readonly from: string;
  readonly changes: Readonly<Record<string, readonly Edit[]>>;
}

function read(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

function editsOf(names: string, changes: Blueprints['changes']): readonly Edit[] {
  return names.split(', ').flatMap((name) => {
    const edits = changes[name];
    if (edits === undefined) throw new Error(`blueprint.yaml has no change "${name}"`);
    return edits;
  });
}

function toCase(
  written: Written & { readonly path: string },
  base: Rendered['files'],
  { files, formerPaths, words }: Rendered,
): Case {
  const { path, edit, gap, mine, right = mine, or, conflict } = written;
  const label = `${path}: ${written.name} (next: ${written.next})`;
  const before = formerPaths.get(path)?.find((former) => base.has(former)) ?? path;
  const [was, next] = [base.get(before), files.get(path)];
  if (was === undefined || next === undefined || was === next) {
    throw new Error(`${label}: the generator changes nothing here`);
  }
  return {
    ...{ label, path, before, edit, words, edits: mine.length, base: was, next },
    ...(gap !== undefined && { gap }),
    mine: applyEdits(was, mine, label),
    expected: [right, or].flatMap((edits) =>
      edits === undefined || conflict !== undefined ? [] : [applyEdits(next, edits, label)],
    ),
  };
}

/** `$&` in the new text stands for the old one. */
function applyEdits(text: string, edits: readonly Edit[], label: string): string {
  return edits.reduce((edited, [find, put]) => {
    if (edited.split(find).length !== 2) throw new Error(`${label}: not there once: ${find}`);
    return edited.replace(find, () => put.split('$&').join(find));
  }, text);
}

function render(hutYaml: string): Rendered {
  const context = { lookup: wiringGenerators, version: '0.1.0', file: 'hut.yaml', name: 'shop' };
  const blueprint = readBlueprint(hutYaml, context);
  const files = [...renderProject(blueprint, wiringGenerators).tree];
  return {
    files: new Map(files.map(([path, { text }]) => [path, text])),
    formerPaths: new Map(files.map(([path, { movedFrom = [] }]) => [path, movedFrom])),
    words: toWordPairs(toRenames(blueprint)),
  };
}

function remember(make: (name: string) => Rendered): (name: string) => Rendered {
  const made = new Map<string, Rendered>();
  return (name) => {
    const one = made.get(name) ?? make(name);
    made.set(name, one);
    return one;
  };
}
