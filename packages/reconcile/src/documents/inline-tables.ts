/** The line (from 1) where an inline table of TOML goes on in a second line, which TOML 1.0 refuses; or undefined. */
export function findWideInlineTable(text: string): number | undefined {
  const open: string[] = [];
  let line = 1;
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (char === '#') index = endOfLine(text, index) - 1;
    else if (char === '"' || char === "'") {
      const end = endOfString(text, index);
      line += text.slice(index, end).split('\n').length - 1;
      index = end - 1;
    } else if (char === '[' || char === '{') open.push(char);
    else if (char === ']' || char === '}') open.pop();
    else if (char === '\n') {
      if (open.at(-1) === '{') return line;
      line++;
    }
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endOfString(text: string, at: number): number {
  const char = text[at]!;
  const quote = text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
  for (let index = at + quote.length; index < text.length; index++) {
    if (char === '"' && text[index] === '\\') index++;
    else if (text.startsWith(quote, index)) return index + quote.length;
  }
  return text.length;
}
