import { isMap, type YAMLMap } from 'yaml';
import type { Path } from '../mistake.ts';
import type { Entry } from '../yaml/extent.ts';
import { findPair } from '../yaml/locate.ts';
import type { Style } from '../yaml/print-value.ts';

/** The deepest map on a path that is there, and the pair of the next key in it. */
export interface Spot {
  readonly map: YAMLMap;
  readonly style: Style;
  /** Up to and with the key in this map. */
  readonly path: Path;
  readonly entry: Entry | undefined;
  /** The pair that holds this map; the top has none. */
  readonly parent: Spot | undefined;
}

/** The spot of a path in a document, as deep as the document goes. */
export function findSpot(root: YAMLMap, path: Path): Spot {
  let spot = spotIn(root, path.slice(0, 1), 'block', undefined);
  while (spot.path.length < path.length && isFilledMap(spot.entry?.value)) {
    const style = spot.entry.value.flow ? 'flow' : spot.style;
    spot = spotIn(spot.entry.value, path.slice(0, spot.path.length + 1), style, spot);
  }
  return spot;
}

function spotIn(map: YAMLMap, path: Path, style: Style, parent: Spot | undefined): Spot {
  const entry = findPair(map, path.at(-1)!);
  return { map, path, entry, parent, style: map.flow ? 'flow' : style };
}

function isFilledMap(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length > 0;
}
