/** Sets the commas of JSON anew between lines that come from two texts: none before a closing bracket, one elsewhere. */
export function mendCommas(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const text = line.trimEnd();
    if (text === '' || /[{[:]$/.test(text)) return line;
    const after = lines.slice(index + 1).find((other) => other.trim() !== '');
    const last = after === undefined || /^\s*[}\]]/.test(after);
    const bare = text.endsWith(',') ? text.slice(0, -1) : text;
    const mended = last ? bare : `${bare},`;
    return mended === text ? line : mended;
  });
}
