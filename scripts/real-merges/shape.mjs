/** What a text says, whatever its blank lines, layout and order: equal for two texts that say the same. */
export function openShapes({ toFileKind, scanPython, parsers }) {
  return { sayTheSame };

  function sayTheSame(path, one, other) {
    if (one === other || linesShape(one) === linesShape(other)) return true;
    const kind = toFileKind(path);
    const toShape = kind === 'python' ? statementsShape : documentShape(parsers[kind]);
    const shape = toShape(one);
    return shape !== undefined && shape === toShape(other);
  }

  /** Statements in their blocks; the order of names, arguments and items in one is layout. */
  function statementsShape(text) {
    const scan = scanPython(text);
    if (!scan.ok) return undefined;
    return scan.statements.map(toStatementShape).sort().join('\n');
  }
}

/** The values of a document and its comments. */
function documentShape(parse) {
  return (text) => {
    const parsed = parse?.(text);
    if (!parsed?.ok) return undefined;
    const values = parsed.tree.map(({ path, value }) => `${path} ${value}`);
    return [...values, ...(text.match(/(?<=^|\s)#.*$/gm) ?? [])].sort().join('\n');
  };
}

/** Lines with their indentation; a comma at the end of one is layout. */
function linesShape(text) {
  const lines = text.split('\n').map((line) => line.trimEnd().replace(/,$/, ''));
  return lines.filter(Boolean).sort().join('\n');
}

function toStatementShape(statement) {
  const blocks = [];
  for (let at = statement.parent; at !== undefined; at = at.parent)
    blocks.push(at.name ?? at.opens);
  const words = statement.tokens.filter(({ text }) => !/^[,()]$/.test(text)).map(toWord);
  return [...blocks.reverse(), words.sort().join(' ')].join(' > ');
}

function toWord({ kind, text }) {
  return kind === 'string' ? text.replace(/^'([^'"\\]*)'$/, '"$1"') : text;
}

/** True when `done` is what both sides did and nothing else, line by line: base + what mine did + what next did. */
export function isUnion({ base, mine, next, done }) {
  const [b, m, n, d] = [base, mine, next, done].map(countLines);
  return [...new Set([...b.keys(), ...m.keys(), ...n.keys(), ...d.keys()])].every((line) => {
    const [was, one, other] = [b, m, n].map((counts) => counts.get(line) ?? 0);
    const alike = (one > was && other > was) || (one < was && other < was);
    const count = d.get(line) ?? 0;
    return (
      count === one + other - was ||
      (alike && count === (one > was ? Math.max : Math.min)(one, other))
    );
  });
}

function countLines(text) {
  const counts = new Map();
  for (const line of text.split('\n')) {
    const key = line.trim();
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** True when `done` has words that are in none of the three: a person wrote more than the merge. */
export function hasOwnWords({ base, mine, next, done }) {
  const known = new Set([base, mine, next].flatMap(wordsOf));
  return wordsOf(done).some((word) => !known.has(word));
}

function wordsOf(text) {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}
