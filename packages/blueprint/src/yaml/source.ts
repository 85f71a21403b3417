import { LineCounter, parseDocument, type Document } from 'yaml';
import { blueprintError } from '../mistake.ts';
import { findYamlMistake } from './yaml-mistakes.ts';

/** A hut.yaml that is sound YAML with a map at the top, with the places of its values. */
export interface Source {
  readonly file: string;
  /** Without the byte order mark. */
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly data: Readonly<Record<string, unknown>>;
}

const BOM = '\uFEFF';

/** One run reads the same text several times (validate, splice, check), and parsing it is the price. */
let latest: Source | undefined;

/** Text in, Source out; throws HutError with line and column for all that is not plain YAML with a map at the top. */
export function readSource(text: string, file: string): Source {
  const body = text.slice(bomOf(text).length);
  if (latest?.text === body && latest.file === file) return latest;
  const lines = new LineCounter();
  const document = parseDocument(body, { lineCounter: lines, prettyErrors: false });
  refuseMistake(document, body, file, lines);
  const data = document.toJS() as Readonly<Record<string, unknown>>;
  latest = { file, text: body, document, lines, data };
  return latest;
}

/** The byte order mark of a text, or nothing. */
export function bomOf(text: string): string {
  return text.startsWith(BOM) ? BOM : '';
}

/** `hut.yaml:7:3` for an offset. */
export function printPlace(
  { file, lines }: Pick<Source, 'file' | 'lines'>,
  offset: number,
): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${String(line)}:${String(col)}`;
}

function refuseMistake(document: Document, body: string, file: string, lines: LineCounter): void {
  const mistake = findYamlMistake(document, body);
  if (mistake === undefined) return;
  const place = mistake.offset === undefined ? file : printPlace({ file, lines }, mistake.offset);
  throw blueprintError(`${place}: ${mistake.message}`, mistake.hint);
}
