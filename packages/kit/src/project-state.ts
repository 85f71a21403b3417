import type { Blueprint } from '@hut/blueprint';
import type { ThreeTexts } from '@hut/reconcile';
import type { Assembled, Tree } from '@hut/render';
import { readBase } from './base-tree.ts';
import { completeBase } from './complete-base.ts';
import type { Lookup } from './lookup.ts';
import { readBlueprint } from './read-blueprint.ts';
import { renderProject } from './render-project.ts';
import type { Workspace } from './workspace.ts';

/** A project as three trees: what was rendered last, what stands on disk, what its hut.yaml renders now. */
export interface ProjectState {
  readonly workspace: Workspace;
  readonly blueprint: Blueprint;
  readonly tree: Tree;
  readonly assembled: Assembled;
  readonly base: ReadonlyMap<string, string>;
  readonly next: ReadonlyMap<string, string>;
  readonly readMine: (path: string) => ThreeTexts['mine'];
}

interface StateInput {
  readonly workspace: Workspace;
  readonly lookup: Lookup;
  readonly version: string;
  /** Text of hut.yaml on disk (null in a new project) and as it shall be rendered. */
  readonly hutYaml: { readonly before: string | null; readonly after: string };
  /** What was rendered last; the stored base unless this run rendered already. */
  readonly base?: ReadonlyMap<string, string>;
}

/** Reads a project whole. Throws HutError for a hut.yaml that is wrong or another version's. */
export function readState(input: StateInput): ProjectState {
  const { workspace, lookup, version, hutYaml } = input;
  const toBlueprint = (text: string): Blueprint => readBlueprint(text, { lookup, version });
  const blueprint = toBlueprint(hutYaml.after);
  const { tree, assembled } = renderProject(blueprint, lookup);
  const next = toTexts(tree);
  const rendered = (text: string): ReadonlyMap<string, string> =>
    toTexts(renderProject(toBlueprint(text), lookup).tree);
  const stored = input.base ?? readBase(workspace);
  const base = completeBase(stored, next, { workspace, hutYaml, rendered });
  const readMine = (path: string) => workspace.read(path)?.text ?? null;
  return { workspace, blueprint, tree, assembled, base, next, readMine };
}

function toTexts(tree: Tree): ReadonlyMap<string, string> {
  return new Map([...tree].map(([path, { text }]) => [path, text]));
}
