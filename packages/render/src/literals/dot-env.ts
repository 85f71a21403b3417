/**
 * A value of a `.env` line, as python-dotenv and a POSIX shell both read it: bare when nothing in it is
 * special, else in single quotes. Throws nothing: line ends and quotes are escaped the way python-dotenv reads.
 */
export function dotEnvText(text: string): string {
  if (/^[\w@%+=:,./-]*$/.test(text)) return text;
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
