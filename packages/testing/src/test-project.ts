import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Splice } from '@hut/blueprint';
import {
  defineGenerator,
  diskWorkspace,
  draftBlueprint,
  planRun,
  readHutYaml,
  run,
  toPlannedRun,
  type Amendment,
  type ConflictPolicy,
  type Lookup,
  type Report,
  type Values,
} from '@hut/kit';

/** One command of a test: what it changes in hut.yaml, and what becomes of conflicts. */
export interface TestRun {
  /** The features to remember, by id, each with its options. */
  readonly features?: Readonly<Record<string, Values>>;
  /** Further edits of hut.yaml: `{ set: ['entities', 'Article'], value: { fields: { title: 'string' } } }`. */
  readonly splices?: readonly Splice[];
  /** Refuse (`stop`) unless told. */
  readonly onConflict?: ConflictPolicy;
  readonly dryRun?: boolean;
  /** As if the person had said `--yes`, unless told. */
  readonly yes?: boolean;
}

/** A project of a test, on disk in a temporary folder. */
export interface TestProject {
  readonly root: string;
  /** Amends hut.yaml, renders, merges and commits, as a command would. Rejects with the HutError of a refusal. */
  readonly hut: (command?: TestRun) => Promise<Report>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces the first `from` in a file; throws when the file does not say it. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly remove: () => void;
}

/** A new empty project for the generators of `lookup`, of a version; `remove` it when the test is done. */
export function openTestProject(lookup: Lookup, name = 'shop', version = '0.1.0'): TestProject {
  const parent = mkdtempSync(join(tmpdir(), 'hut-test-'));
  const root = join(parent, name);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  return {
    root,
    read,
    write,
    hut: (command = {}) => runIn({ root, name, lookup, version }, command),
    edit: (path, from, to) => {
      if (!read(path).includes(from))
        throw new Error(`${path} does not say ${JSON.stringify(from)}`);
      write(
        path,
        read(path).replace(from, () => to),
      );
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

interface Opened {
  readonly root: string;
  readonly name: string;
  readonly lookup: Lookup;
  readonly version: string;
}

async function runIn(
  { root, name, lookup, version }: Opened,
  {
    features = {},
    splices: further = [],
    onConflict = 'stop',
    dryRun = false,
    yes = true,
  }: TestRun,
): Promise<Report> {
  const workspace = diskWorkspace(root);
  const existing = readHutYaml(workspace);
  const remembered = Object.entries(features).map(([id, value]) => ({
    set: ['features', id],
    value,
  }));
  const amendments = [splicing([...remembered, ...further])];
  const after = draftBlueprint({ existing, from: null, name, lookup, version, amendments });
  const plan = planRun({ workspace, lookup, version, hutYaml: { before: existing, after } });
  return run({
    plan: toPlannedRun(plan),
    command: 'hut',
    policy: onConflict,
    ask: null,
    dryRun,
    yes,
  });
}

/** Edits of hut.yaml that no command makes. */
function splicing(splices: readonly Splice[]): Amendment {
  const definition = defineGenerator({ id: 'edit', summary: 'Edits', amend: () => splices });
  return { definition, values: {} };
}
