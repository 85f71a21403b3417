/** What a text wears around its lines: byte order mark, line ends, final newline. */
export interface TextForm {
  readonly mark: boolean;
  readonly crlf: boolean;
  readonly finalNewline: boolean;
}

/** A text without its form: lines that end in nothing. */
export interface FormedText {
  readonly form: TextForm;
  readonly lines: readonly string[];
}

const MARK = '\uFEFF';

/** Takes a text apart into its form and its lines; mixed line ends go by the majority. */
export function parseForm(text: string): FormedText {
  const mark = text.startsWith(MARK);
  const body = mark ? text.slice(1) : text;
  const finalNewline = body === '' || body.endsWith('\n');
  const lines = body.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const ends = body.includes('\r') ? lines.filter((line) => line.endsWith('\r')).length : 0;
  const crlf = ends * 2 > lines.length;
  return { form: { mark, crlf, finalNewline }, lines: crlf ? lines.map(withoutReturn) : lines };
}

/** The text that these lines make in that form. */
export function printForm({ form, lines }: FormedText): string {
  const end = form.crlf ? '\r\n' : '\n';
  const body = lines.join(end) + (form.finalNewline && lines.length > 0 ? end : '');
  return (form.mark ? MARK : '') + body;
}

/** True when the two differ in nothing but byte order mark, line ends and final newline. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [plainLines(one), plainLines(other)];
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/** The lines of a text in the byte order mark, line ends and final newline of another one. */
export function inFormOf(other: string, text: string): string {
  return printForm({ form: parseForm(other).form, lines: plainLines(text) });
}

/** The lines of a text whatever it wears. */
export function plainLines(text: string): readonly string[] {
  return withoutReturns(parseForm(text));
}

/** The lines of a text without line ends, also where those are mixed. */
export function withoutReturns({ lines }: FormedText): readonly string[] {
  return lines.some((line) => line.endsWith('\r')) ? lines.map(withoutReturn) : lines;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
