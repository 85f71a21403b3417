import { parse } from 'yaml';
import type { Step } from './grow.ts';

/** hut.yaml, as far as inverses look at it. */
interface Written {
  readonly features?: Readonly<Record<string, unknown>>;
  readonly entities?: Readonly<
    Record<string, { readonly fields?: Readonly<Record<string, Typed>> }>
  >;
}

type Typed = string | null | { readonly type: string };

/** The words of the command that takes a step back; null where that is what `undo` is for. */
export function findInverse(step: Step): readonly string[] | null {
  const { command, before, wrote } = step;
  const { shape, args } = command;
  const { verb, definition, takes } = shape;
  const { id } = definition;
  const was = parse(before.get('hut.yaml')!) as Written;
  const [first = '', second = '', third = ''] = args;
  // A removal does not say what it took.
  if (verb === 'remove') return null;
  if (verb === 'set') return ['set', first, String((was as Record<string, unknown>)[first] ?? '')];
  if (verb === 'rename')
    return ['rename', id, ...(takes.length === 2 ? [second, first] : [first, third, second])];
  if (verb === 'change')
    return ['change', id, first, second, typeOf(was.entities?.[first]?.fields?.[second])];
  const { arguments: taken, options = {} } = definition.verbs.remove!;
  const flags = Object.keys(options).filter((name) => wrote.some((key) => partOf(key) === name));
  if (isExtension(step)) return null;
  if (isChange(wrote, flags, definition.feature ? was : { ...was, features: {} })) return null;
  return [
    'remove',
    id,
    ...wordsOfRemoval(taken.length, takes.length, args),
    ...pick(command.flags, flags),
  ];
}

/** Whether it said sets of an entity that came along: what is taken away again is its layer. */
function isExtension({ command, wrote, needs }: Step): boolean {
  const isEntry = needs.some((name) => wrote.includes(`entities.${name}`));
  return (
    isEntry && command.flags.some((flag) => ['--unique', '--index', '--plural'].includes(flag))
  );
}

/** Whether it decided otherwise about what was there already, and that has no removal of its own. */
function isChange(
  wrote: readonly string[],
  removed: readonly string[],
  { features = {} }: Written,
): boolean {
  const parts = wrote.map(partOf);
  return wrote.some((key) => {
    const [section, id] = key.split('.');
    if (section === 'features') return id! in features;
    const part = partOf(key);
    if (part === 'endpoint') return !parts.includes('layers');
    return (part === 'unique' || part === 'index') && !removed.includes(part);
  });
}

/** What of an entity a key is about: `unique` of `entities.Article.unique`. */
function partOf(key: string): string | undefined {
  return key.split('.')[2];
}

/** The flags of these names, each with its value. */
function pick(flags: readonly string[], names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const at = flags.indexOf(`--${name}`);
    return flags.slice(at, at + 2);
  });
}

/** A removal takes the words that say what there is, and not what it consists of: the names of fields, not their types. */
function wordsOfRemoval(taken: number, given: number, args: readonly string[]): readonly string[] {
  if (taken < given) return args.slice(0, taken);
  return args.map((word, index) => (index === 0 ? word : word.split(':')[0]!));
}

function typeOf(typed: Typed | undefined): string {
  if (typed === null || typed === undefined) return 'string';
  return typeof typed === 'string' ? typed : typed.type;
}
