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

/** The words of the command that takes a step back; null for a removal, which does not know what it took. */
export function findInverse({
  command: { shape, args },
  before,
  wrote,
}: Step): readonly string[] | null {
  const { verb, definition, takes } = shape;
  const { id } = definition;
  const was = parse(before.get('hut.yaml')!) as Written;
  const [first = '', second = '', third = ''] = args;
  if (verb === 'remove') return null;
  if (verb === 'set') return ['set', first, String((was as Record<string, unknown>)[first] ?? '')];
  if (verb === 'rename')
    return ['rename', id, ...(takes.length === 2 ? [second, first] : [first, third, second])];
  if (verb === 'change')
    return ['change', id, first, second, typeOf(was.entities?.[first]?.fields?.[second])];
  if (isChange(wrote, was)) return null;
  return [
    'remove',
    id,
    ...wordsOfRemoval(definition.verbs.remove?.arguments.length ?? 0, takes.length, args),
  ];
}

/** Whether it decided otherwise about what was there already: `undo` takes that back, or saying what was. */
function isChange(wrote: readonly string[], { features = {} }: Written): boolean {
  return wrote.some((key) => {
    const [section, id, part] = key.split('.');
    return section === 'features' ? id! in features : /^(unique|index|endpoint)$/.test(part ?? '');
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
