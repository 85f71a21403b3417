/** `key = [...]`, `key: [...]` and items over several lines, each as one text; undefined for anything else. */
export function splitStatements(lines: readonly string[]): readonly string[] | undefined {
  const statements: string[] = [];
  let [open, current] = [0, ''];
  for (const line of lines) {
    if (line.trim() === '' || line.includes('#')) return undefined;
    const plain = line.replace(/(["'])(?:\\.|(?!\1).)*\1/g, '');
    for (const char of plain) open += '[{('.includes(char) ? 1 : ']})'.includes(char) ? -1 : 0;
    current = current === '' ? line : `${current}\n${line}`;
    if (open < 0) return undefined;
    if (open > 0) continue;
    statements.push(current);
    current = '';
  }
  return current === '' ? statements : undefined;
}
