import { parse as parseTomlText } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import type { Parsed } from '../language.ts';
import { findWideInlineTable } from './inline-tables.ts';
import { leavesOf } from './leaf.ts';
import type { DocumentTree } from './prove-document.ts';

/** The values of a TOML text, by TOML 1.0. */
export function parseToml(text: string): Parsed<DocumentTree> {
  const wide = findWideInlineTable(text);
  if (wide !== undefined) return refused(`line ${wide}: an inline table goes over several lines`);
  return attempt(() => leavesOf(parseTomlText(text, { integersAsBigInt: true })));
}

/** The values of all documents of a YAML text. */
export function parseYaml(text: string): Parsed<DocumentTree> {
  return attempt(() => {
    const parsed = parseAllDocuments(text, { intAsBigInt: true, logLevel: 'silent' });
    const documents = Array.isArray(parsed) ? parsed : [];
    return documents.flatMap((document, index) => {
      const [error] = document.errors;
      if (error !== undefined) throw error;
      return leavesOf(document.toJS(), index === 0 ? '' : `document ${index + 1}`);
    });
  });
}

/** The values of a JSON text; a key that is there twice is an error. */
export function parseJson(text: string): Parsed<DocumentTree> {
  return attempt(() => {
    const value: unknown = JSON.parse(text);
    if (countKeysWritten(text) !== countKeysRead(value)) throw new Error('a key is there twice');
    return leavesOf(value);
  });
}

function attempt(read: () => DocumentTree): Parsed<DocumentTree> {
  try {
    return { ok: true, tree: read() };
  } catch (error) {
    return refused(error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
}

function refused(reason: string): Parsed<DocumentTree> {
  return { ok: false, reason };
}

function countKeysWritten(text: string): number {
  const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)];
  return strings.filter(([, colon]) => colon !== undefined).length;
}

function countKeysRead(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, item) => sum + countKeysRead(item), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
