import { defineKind, type Contribution } from '../kind.ts';
import { meetBounds } from '../version-bounds.ts';

/** A package that the project needs. */
export interface Dependency {
  readonly name: string;
  /** PEP 440 bounds: `>=6,<9`; '' for any version. */
  readonly bounds: string;
  readonly extras: readonly string[];
  /** Dependency group (`dev`), or null when the running application needs it. */
  readonly group: string | null;
}

/** Key: normalised name (PEP 503); bounds intersect, extras unite, the application's need wins over a group's. Order: name. */
export const dependencyKind = defineKind<Dependency>({
  id: 'dependency',
  key: ({ name }) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  meet: (first, second) => {
    const bounds = meetBounds(first.bounds, second.bounds);
    if (bounds === undefined) return undefined;
    const extras = [...new Set([...first.extras, ...second.extras])].sort();
    const group = first.group === null || second.group === null ? null : first.group;
    return { name: first.name, bounds, extras, group };
  },
  form: {
    name: 'text',
    bounds: {
      matching: /^(?:[<>=!~]=?\s*[\w.*+!-]+(?:,\s*(?!$)|$))*$/,
      as: "bounds like '>=6,<9'",
    },
    extras: { listOf: 'text' },
    group: { orNull: 'text' },
  },
});

/** Needs a package within bounds. */
export function dependency(
  name: string,
  bounds: string,
  { extras = [], group = null }: { extras?: readonly string[]; group?: string | null } = {},
): Contribution<Dependency> {
  return { kind: dependencyKind, item: { name, bounds, extras, group } };
}
