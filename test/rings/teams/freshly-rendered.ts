import { readBlueprint, renderProject } from '@hut/kit';
import { withFeature } from './team-project.ts';

/** What a new project of this hut.yaml has, by path. */
export function freshlyRendered(hutYaml: string): ReadonlyMap<string, string> {
  const blueprint = readBlueprint(hutYaml, { lookup: withFeature, version: '0.1.0' });
  const { tree } = renderProject(blueprint, withFeature);
  return new Map([...tree].map(([path, { text }]) => [path, text]));
}
