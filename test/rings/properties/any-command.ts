import type { Blueprint, Entity } from '@hut/blueprint';
import type { Argument, Option, Values } from '@hut/kit';
import { toFlags, type Command, type CommandShape } from './command.ts';
import type { Draw } from './draw.ts';
import { anyField, anyFieldName, anyType } from './field-words.ts';

const entityNames = ['Article', 'Tag', 'User', 'Person', 'BlogPost', 'Company', 'bus', 'HTTPLog'];
const serviceNames = ['Payment', 'Mail', 'audit trail'];

/** What is known while the words of one command are drawn. */
interface Drawing {
  readonly shape: CommandShape;
  readonly blueprint: Blueprint;
  readonly draw: Draw;
  /** The words so far. */
  readonly args: readonly string[];
}

/** A command of a shape that may have a meaning in a project; some are refused. */
export function anyCommand(shape: CommandShape, blueprint: Blueprint, draw: Draw): Command {
  const args = shape.takes.reduce<readonly string[]>(
    (before, argument) => [
      ...before,
      ...wordsFor(argument, { shape, blueprint, draw, args: before }),
    ],
    [],
  );
  return { shape, args, flags: flagsFor({ shape, blueprint, draw, args }) };
}

/** An argument is drawn by what it is called; one of another name is a word of people's. */
function wordsFor(argument: Argument, drawing: Drawing): readonly string[] {
  const { draw } = drawing;
  if (argument.many) return manyFor(argument, drawing);
  if (argument.examples !== undefined)
    return (argument.optional || argument.isWanted) && draw.happens(0.5)
      ? []
      : [draw.pick(argument.examples)];
  return [(wordsByName[argument.name] ?? ((): string => draw.pick(serviceNames)))(drawing)];
}

const wordsByName: Readonly<Record<string, (drawing: Drawing) => string>> = {
  entity: ({ shape, blueprint, draw }) => {
    const makes =
      shape.verb === 'add' && shape.takes.some(({ many, optional }) => many && optional);
    return draw.happens(makes ? 0.8 : 0.05) ? draw.pick(entityNames) : knownEntity(blueprint, draw);
  },
  field: (drawing) => pickOr(fieldNamesOf(drawing), drawing.draw),
  type: ({ blueprint, draw }) => anyType(namesOf(blueprint), draw),
  name: ({ shape, blueprint, draw, args }) => {
    const before = shape.takes[args.length - 1]?.name;
    if (before === 'entity') return draw.pick(entityNames);
    if (before === 'field') return anyFieldName(draw);
    return draw.happens(0.5) ? knownEntity(blueprint, draw) : draw.pick(serviceNames);
  },
  key: ({ shape, draw }) => draw.pick(shape.takes[0]!.doc.split(': ')[1]!.split(', ')),
  value: ({ args: [key = ''], draw }) => draw.pick(settings[key] ?? ['x']),
};

/** Values of the keys that hold one. */
const settings: Readonly<Record<string, readonly string[]>> = {
  name: ['store', 'market'],
  description: ['A small shop', 'It says "hello" & {more}', ''],
  python: ['3.11', '3.12', '3.14', '2.7'],
  database: ['sqlite', 'postgresql', 'mysql', 'oracle'],
  ids: ['uuid', 'int'],
};

function manyFor({ optional }: Argument, drawing: Drawing): readonly string[] {
  const { shape, blueprint, draw, args } = drawing;
  const count = draw.below(optional ? 4 : 2) + (optional ? 0 : 1);
  if (shape.verb === 'remove')
    return draw.shuffled(fieldNamesOf(drawing)).slice(0, Math.max(1, count));
  const known = [
    ...namesOf(blueprint),
    ...(optional && /^[A-Z][a-z]+$/.test(args[0]!) ? [args[0]!] : []),
  ];
  return Array.from({ length: count }, () => anyField(known, draw));
}

function flagsFor({ shape, args, blueprint, draw }: Drawing): readonly string[] {
  const { options, definition } = shape;
  const start = draw.pick(definition.examples);
  const drawn = Object.entries(options).filter(() => draw.happens(0.3));
  const fields = [...fieldNamesOf({ shape, args, blueprint, draw }), ...args.slice(1)].map(
    (word) => word.split(':')[0]!,
  );
  const values = drawn
    .filter(([, option]) => !('pattern' in option))
    .map(([name, option]) => [name, anyValue(option, fields, draw)] as const)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return toFlags(options, {
    ...(shape.verb === 'add' ? start : {}),
    ...Object.fromEntries(values),
  });
}

/** A list without choices names fields, until a generator means something else by one. */
function anyValue(option: Option, fields: readonly string[], draw: Draw): Values[string] {
  if (option.type === 'flag') return draw.happens(0.5);
  if (option.type === 'number') return draw.below(100);
  if (option.type === 'choice') return draw.pick(option.choices);
  if (option.type === 'text') return draw.pick(['folk', 'many_more']);
  const choices = option.choices ?? fields;
  return draw.shuffled([...new Set(choices)]).slice(0, 2 + draw.below(2));
}

function namesOf({ entities }: Blueprint): readonly string[] {
  return entities.map(({ name }) => name);
}

function knownEntity(blueprint: Blueprint, draw: Draw): string {
  return pickOr(namesOf(blueprint), draw, entityNames);
}

function fieldNamesOf({ blueprint, args }: Drawing): readonly string[] {
  return findEntity(blueprint, args[0])?.fields.map(({ name }) => name) ?? [];
}

function findEntity({ entities }: Blueprint, name: string | undefined): Entity | undefined {
  return entities.find((entity) => entity.name === name);
}

function pickOr(
  items: readonly string[],
  draw: Draw,
  otherwise: readonly string[] = ['nothing'],
): string {
  return draw.pick(items.length > 0 ? items : otherwise);
}
