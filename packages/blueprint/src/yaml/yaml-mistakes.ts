import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';

/** What makes a text no blueprint before any key is looked at. */
interface YamlMistake {
  /** Absent when the whole file is meant. */
  readonly offset?: number;
  readonly message: string;
  readonly hint: string;
}

type Reason = readonly [message: string, hint: string];

const START = 'A blueprint starts with the line: hut: 1';
const PLAIN = 'hut.yaml is edited by commands: it holds keys, values and lists, nothing else.';

const SYNTAX: Readonly<Record<string, Reason>> = {
  TAB_AS_INDENT: [
    'a tab is used as indentation',
    'YAML indents with blanks: put two of them there.',
  ],
  DUPLICATE_KEY: ['this key stands here a second time', 'Keep one of the two.'],
  MULTIPLE_DOCS: [
    'a second document begins here',
    'Keep one: remove the line with the three dashes.',
  ],
};

/** The first thing that is not plain YAML with a map at the top, or undefined. */
export function findYamlMistake(document: Document, text: string): YamlMistake | undefined {
  const { contents } = document;
  return findSyntaxMistake(document) ?? findOtherTop(document, text) ?? findUnusual(contents);
}

function findSyntaxMistake(document: Document): YamlMistake | undefined {
  const error = document.errors[0];
  if (error === undefined) return undefined;
  const [message, hint] = SYNTAX[error.code] ?? [
    `not valid YAML: ${error.message}`,
    'Mend this line; a text with : # { [ or quotes in it is best put in "double quotes".',
  ];
  return { offset: error.pos[0], message, hint };
}

function findOtherTop({ contents }: Document, text: string): YamlMistake | undefined {
  if (isMap(contents)) return undefined;
  if (text.trim() === '') return { message: 'the file is empty', hint: START };
  const isNothing = contents === null || (isScalar(contents) && contents.value === null);
  if (isNothing) return { message: 'the file holds no keys, only comments', hint: START };
  const kind = isSeq(contents) ? 'a list' : 'a single value';
  const offset = (contents as Node).range?.[0] ?? 0;
  return { offset, message: `${kind} stands at the top instead of keys with values`, hint: START };
}

/** In the order of the text. By hand, because the library's walk costs as much as reading the text. */
function findUnusual(node: unknown): YamlMistake | undefined {
  if (node === null || node === undefined) return undefined;
  const own = toMistake(node as Node, reasonOfNode(node as Node));
  if (own !== undefined) return own;
  if (isMap(node)) return findFirst(node.items, findInPair);
  return isSeq(node) ? findFirst(node.items, findUnusual) : undefined;
}

function findInPair(pair: Pair): YamlMistake | undefined {
  const { key, value } = pair;
  return findUnusual(key) ?? toMistake(key as Node, reasonOfKey(pair)) ?? findUnusual(value);
}

function findFirst<Item>(
  items: readonly Item[],
  find: (item: Item) => YamlMistake | undefined,
): YamlMistake | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toMistake(node: Node, reason: Reason | undefined): YamlMistake | undefined {
  if (reason === undefined) return undefined;
  return { offset: node.range?.[0] ?? 0, message: reason[0], hint: reason[1] };
}

function reasonOfNode(node: Node): Reason | undefined {
  if (isAlias(node)) return ['an alias (*) stands here', `Write the value itself. ${PLAIN}`];
  if (node.anchor !== undefined) return ['an anchor (&) stands here', `Remove it. ${PLAIN}`];
  if (node.tag !== undefined) return ['a tag (!) stands here', `Remove it. ${PLAIN}`];
  return undefined;
}

function reasonOfKey({ key }: Pair): Reason | undefined {
  if (!isScalar(key)) return ['a key that is no text stands here', PLAIN];
  if (key.value === '<<') return ['a merge key (<<) stands here', `Write the keys out. ${PLAIN}`];
  if (typeof key.value === 'string') return undefined;
  return [
    `the key ${String(key.source ?? key.value)} is no text`,
    'Inside { }, a value with a comma needs quotes: { price: "decimal:10,2" }. A key that is meant needs them too.',
  ];
}
