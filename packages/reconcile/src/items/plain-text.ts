const STRING = /[rRbBuUfFtT]{0,2}("""|'''|"|')(?:\\[\s\S]|(?!\1)[\s\S])*?\1/y;

/** A piece of a statement without its layout and its choice of quotes: equal for two spellings of the same. */
export function toPlainText(text: string): string {
  let plain = '';
  let index = 0;
  while (index < text.length) {
    STRING.lastIndex = index;
    const string = STRING.exec(text)?.[0];
    if (string !== undefined) {
      plain += toPlainQuotes(string);
      index += string.length;
      continue;
    }
    plain += text[index];
    index++;
  }
  return plain
    .replace(/\s+/g, ' ')
    .replace(/ ?([()[\]{},=:]) ?/g, '$1')
    .replace(/,([)\]}])/g, '$1')
    .trim();
}

/** A string in double quotes where that changes nothing else. */
export function toPlainQuotes(string: string): string {
  const body = /^([a-zA-Z]*)'([^'"\\\n]*)'$/.exec(string);
  return body === null ? string : `${body[1]}"${body[2]}"`;
}
