/** A line of a schema in, its subject (`articles.title`) and what it says of it (`: string:80`) out. */
export function cutLine(line: string): readonly [subject: string, rest: string] {
  const end = line.indexOf(': ');
  return [line.slice(0, end), line.slice(end)];
}
