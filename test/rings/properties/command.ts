import {
  setKey,
  VERBS,
  type Definition,
  type Lookup,
  type Option,
  type Values,
  type Verb,
} from '@hut/kit';

/** One command that a definition answers to, as far as it can be known without a project. */
export interface CommandShape {
  /** `add model`, `remove field`, `set`. */
  readonly door: readonly string[];
  readonly verb: 'add' | 'set' | (typeof VERBS)[number];
  readonly definition: Definition;
  readonly takes: Verb['arguments'];
  readonly options: Definition['options'];
}

/** Every command that the generators of a lookup answer to. */
export function toShapes(lookup: Lookup): readonly CommandShape[] {
  const grown = lookup
    .map(({ definition }) => definition)
    .filter(({ command }) => command !== 'build')
    .flatMap((definition) => [addShape(definition), ...verbShapes(definition)]);
  return [...grown, { ...addShape(setKey), door: ['set'], verb: 'set' }];
}

function addShape(definition: Definition): CommandShape {
  const { id, command, arguments: takes, options } = definition;
  return {
    door: command === 'itself' ? [id] : ['add', id],
    verb: 'add',
    definition,
    takes,
    options,
  };
}

function verbShapes(definition: Definition): readonly CommandShape[] {
  return VERBS.flatMap((verb) => {
    const found = definition.verbs[verb];
    if (found === undefined) return [];
    const { arguments: takes, options = {} } = found;
    return [{ door: [verb, definition.id], verb, definition, takes, options }];
  });
}

/** A command as it is typed: what it is, and its words. */
export interface Command {
  readonly shape: CommandShape;
  readonly args: readonly string[];
  readonly flags: readonly string[];
}

/** The words behind `hut`. */
export function wordsOf({ shape, args, flags }: Command): readonly string[] {
  return [...shape.door, ...args, ...flags];
}

/** The flags that give options these values; every value is said, those that are off too where they can be. */
export function toFlags(
  options: Readonly<Record<string, Option>>,
  values: Values,
  flagOf: (name: string) => string = (name) => name,
): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (options[name]?.type === 'flag') return value === true ? [`--${flagOf(name)}`] : [];
    return [`--${flagOf(name)}`, String(value)];
  });
}
