import { findPlace, indentOf, insertBehind, type Edit } from './edit.ts';

const isImport = (line: string): boolean => /^(from|import) .*[^(]$/.test(line);
const isStatement = (line: string): boolean =>
  /^\s+[a-z].*[^,([{:]$/.test(line) && !/^\s+(def|class|return|from)\b/.test(line);
const isMethod = (line: string): boolean => /^ {4}(async )?def .*:$/.test(line);

const addImport: Edit = (editing) => {
  const { draw, word } = editing;
  const line = draw.pick([
    `import ${word}`,
    `from own.${word} import ${word}`,
    `from app.core.settings import ${word}`,
  ]);
  insertBehind(editing, isImport, [line]);
};

const addStatement: Edit = (editing) => {
  const { draw, word } = editing;
  const line = draw.pick([
    `${word} = 7`,
    `print("${word}")`,
    `audit("${word}", depth=2)`,
    `${word}: int = 1`,
    `${word} = "\\t\ttab"`,
  ]);
  insertBehind(editing, isStatement, [line]);
};

const addMethod: Edit = (editing) => {
  const { lines, word } = editing;
  const at = findPlace(editing, isMethod);
  if (at === undefined) return;
  lines.splice(at, 0, `    def ${word}(self) -> str:`, `        return "${word}"`, '');
};

const addFunction: Edit = ({ lines, word }) =>
  void lines.push(
    '',
    '',
    `def ${word}(value: int) -> int:`,
    `    """Ours."""`,
    `    return value * 2`,
  );

const addRoute: Edit = ({ lines, word }) =>
  void lines.push(
    '',
    '',
    `@router.get("/${word}")`,
    `async def ${word}() -> dict[str, str]:`,
    `    return {"is": "${word}"}`,
  );

const addTest: Edit = ({ lines, word }) =>
  void lines.push(
    '',
    '',
    `async def test_${word}(client: AsyncClient) -> None:`,
    `    assert "${word}" in "a ${word}"`,
  );

const addComment: Edit = (editing) =>
  insertBehind(editing, (line) => line.trim() !== '', [`# ${editing.word}`]);

const commentAtEnd: Edit = (editing) => {
  const at = findPlace(editing, (line) => /^[^"#]*[\w)\]]$/.test(line));
  if (at !== undefined) editing.lines[at] += `  # ${editing.word}`;
};

const addArgument: Edit = (editing) => {
  const at = findPlace(editing, (line) => /\w\)$/.test(line));
  if (at !== undefined)
    editing.lines[at] = editing.lines[at]!.replace(/\)$/, `, ${editing.word}=True)`);
};

const addField: Edit = (editing) => {
  insertBehind(editing, (line) => /^ {4}\w+: /.test(line), [`${editing.word}: int = 3`]);
};

/** One call or signature over several lines. */
const breakLine: Edit = (editing) => {
  const { lines } = editing;
  const at = findPlace(editing, (line) => /^\s*[^#"]*\w\([^()]+\)[^()]*$/.test(line));
  if (at === undefined) return;
  const indent = indentOf(lines[at]!);
  const [, head, inner, tail] = /^(.*?\w\()([^()]+)(\).*)$/.exec(lines[at]!)!;
  const items = inner!.split(/,\s*(?![^[]*\])/).filter((item) => item.trim() !== '');
  lines.splice(
    at,
    1,
    head!,
    ...items.map((item) => `${indent}    ${item.trim()},`),
    indent + tail!,
  );
};

const wrap: Edit = (editing) => {
  const { lines, word } = editing;
  const at = findPlace(
    editing,
    (line) => isStatement(line) && /\)$/.test(line) && /^\s+[a-z_.]+\(/.test(line),
  );
  if (at !== undefined)
    lines.splice(at, 1, `${indentOf(lines[at]!)}if ${word}:`, `    ${lines[at]!}`);
};

/** What people do to Python; what is done often stands twice. */
export const pythonEdits: readonly Edit[] = [
  addImport,
  addImport,
  addStatement,
  addStatement,
  addMethod,
  addFunction,
  addRoute,
  addTest,
  addComment,
  commentAtEnd,
  addArgument,
  addField,
  breakLine,
  wrap,
];
