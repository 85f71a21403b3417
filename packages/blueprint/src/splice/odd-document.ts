import fc from 'fast-check';
import { isPlainMap } from '../plain/plain-map.ts';

/** How a person may have laid a document out. For tests. */
export interface OddLayout {
  readonly indent: number;
  readonly lineBreak: string;
  readonly mark: string;
  readonly finalBreak: boolean;
  /** Drawn from for each line in turn: what stands in it and above it. */
  readonly oddities: readonly number[];
}

type Lines = readonly string[];
type Draw = () => number;

/** Layouts with any indentation, line end, byte order mark and end of file. */
export const oddLayout: fc.Arbitrary<OddLayout> = fc.record({
  indent: fc.constantFrom(2, 4, 3),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
  mark: fc.constantFrom('', '', '\uFEFF'),
  finalBreak: fc.boolean(),
  oddities: fc.array(fc.nat(19), { minLength: 7, maxLength: 23 }),
});

/** Data as the text of a hut.yaml with comments, blank lines, quotes, flow maps, lists and block texts here and there. */
export function printOddDocument(
  value: Readonly<Record<string, unknown>>,
  layout: OddLayout,
): string {
  let turn = 0;
  const draw = () => layout.oddities[turn++ % layout.oddities.length]!;
  const head = ['# a header', 'hut: 1', 'name:   "shop" # of ours'];
  const lines = [...head, ...printMap(value, 0, layout.indent, draw)];
  return layout.mark + lines.join(layout.lineBreak) + (layout.finalBreak ? layout.lineBreak : '');
}

function printMap(value: object, column: number, step: number, draw: Draw): Lines {
  const pad = ' '.repeat(column);
  return Object.entries(value).flatMap(([key, child]) => {
    const name = draw() < 2 ? JSON.stringify(key) : key;
    const comment = `${pad}# about ${key}`;
    const above = [[], [''], [comment], ['', comment, '# far']][draw()] ?? [];
    return [...above, ...printPair(`${pad}${name}:`, child, column + step, step, draw)];
  });
}

function printPair(start: string, child: unknown, column: number, step: number, draw: Draw): Lines {
  const note = draw() < 3 ? '   # note: { x }' : '';
  const turn = draw();
  if (isPlainMap(child) && Object.keys(child).length > 0) {
    if (turn > 4) return [`${start}${note}`, ...printMap(child, column, step, draw)];
    if (turn < 2)
      return [`${start} {`, ...flowLines(child, column), `${' '.repeat(column)}}${note}`];
  }
  if (isPlainMap(child) && Object.keys(child).length === 0 && turn < 4) return [`${start}${note}`];
  if (turn > 10) return printTall(start, child, column, note) ?? [printFlat(start, child, note)];
  return [printFlat(start, child, note)];
}

/** Lists and texts over several lines. */
function printTall(start: string, child: unknown, column: number, note: string): Lines | undefined {
  const pad = ' '.repeat(column);
  if (Array.isArray(child) && child.length > 0) {
    return [`${start}${note}`, ...child.map((item) => `${pad}- ${JSON.stringify(item)}`)];
  }
  const isText = typeof child === 'string' && child !== '';
  return isText ? [`${start} |-`, `${pad}${child}`] : undefined;
}

function printFlat(start: string, child: unknown, note: string): string {
  return `${start} ${JSON.stringify(child).replaceAll(/([{,:])(?=["[{])/gu, '$1 ')}${note}`;
}

function flowLines(child: object, column: number): Lines {
  const pad = ' '.repeat(column);
  return Object.entries(child).map(([key, value]) => `${pad}${key}: ${JSON.stringify(value)},`);
}
