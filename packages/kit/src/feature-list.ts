import type { Splice } from '@hut/blueprint';
import { rememberOptions } from './define-generator.ts';
import type { Values } from './option.ts';
import type { Asked } from './verb.ts';

/** A list under a feature of hut.yaml, of which commands add and remove single items. */
export interface FeatureList {
  /** What it holds, in the order of hut.yaml. */
  readonly items: (asked: Asked) => readonly string[];
  /** The item of a name, or undefined. */
  readonly find: (asked: Asked, name: string) => string | undefined;
  /** These too, and other options of the feature, which comes where it is not there. */
  readonly add: (asked: Asked, added: readonly string[], options?: Values) => readonly Splice[];
  /** All but these; no empty list is left. */
  readonly remove: (asked: Asked, removed: readonly string[]) => readonly Splice[];
}

interface FeatureListDeclaration {
  readonly feature: string;
  readonly option: string;
  /** What it holds where hut.yaml does not say: it can't be empty then, and the feature goes with the last item. */
  readonly usual?: readonly string[];
  /** What an item is known by: itself, unless told. */
  readonly nameOf?: (item: string) => string;
}

/** The list that an option of a feature is, for the `amend` of commands that change it by one. */
export function featureList({
  feature,
  option,
  usual = [],
  nameOf = (item) => item,
}: FeatureListDeclaration): FeatureList {
  const home = ['features', feature];
  const path = [...home, option];
  const items = ({ written }: Asked): readonly string[] => {
    const value = written(path);
    return Array.isArray(value) ? value.map(String) : usual;
  };
  return {
    items,
    find: (asked, name) => items(asked).find((item) => nameOf(item) === name),
    add: (asked, added, options = {}) => {
      const there = asked.written(home) === undefined ? [] : items(asked);
      const isMore = added.some((item) => !there.includes(item));
      const all = isMore ? [...there, ...added] : [];
      return [
        ...rememberOptions(feature)({ ...asked, values: options }),
        ...all.map((item): Splice => ({ add: path, item })),
      ];
    },
    remove: (asked, removed) => {
      const left = items(asked).filter((item) => !removed.includes(item));
      if (left.length > 0) return [{ set: path, value: left }];
      return [{ remove: usual.length > 0 ? home : path }];
    },
  };
}
