import { isSameData, toPlainData } from '../plain/same-data.ts';
import { applySplice } from './apply-splice.ts';
import { findEdits } from './find-edits.ts';
import { didYouMean } from '@hut/errors';
import { isPlainMap, valueAt } from '../plain/plain-map.ts';
import { blueprintError, printPath, type Path } from '../mistake.ts';
import { printValue } from '../yaml/print-value.ts';
import { bomOf, readSource, type Source } from '../yaml/source.ts';
import { splitSplice } from './split-splice.ts';
import { pathOf, type Splice } from './splice.ts';
import { applyEdits } from './text-edit.ts';

//   text ──▶ source ──▶ small splices ──▶ edits of the text ──▶ text
//              │             │                                    │ parse
//              └── data ─────┴──▶ what the data must be now ══════╧══ equal, or refused

/**
 * The text of a hut.yaml with each splice made, in order; every other line keeps its bytes.
 * Throws HutError when the text is no blueprint, or where an edit would change anything else.
 */
export function spliceBlueprint(
  text: string,
  splices: readonly Splice[],
  file = 'hut.yaml',
): string {
  const mark = bomOf(text);
  const body = text.slice(mark.length);
  return mark + splices.reduce((now, splice) => spliceOnce(now, splice, file), body);
}

function spliceOnce(text: string, splice: Splice, file: string): string {
  const parts = splitSplice(readSource(text, file).data, withPlainValue(splice));
  return parts.reduce((now, part) => spliceSmall(readSource(now, file), part), text);
}

function withPlainValue(splice: Splice): Splice {
  return 'set' in splice ? { set: splice.set, value: toPlainData(splice.value) } : splice;
}

function spliceSmall(source: Source, splice: Splice): string {
  if ('rename' in splice) refuseRename(source, splice.rename, splice.to);
  const expected = applySplice(source.data, splice);
  if (isSameData(expected, source.data)) return source.text;
  const edited = applyEdits(source.text, findEdits(source, splice));
  if (holds(edited, expected, source.file)) return edited;
  throw cannotEdit(source, splice);
}

function refuseRename({ data, file }: Source, path: Path, to: string): void {
  const parent = valueAt(data, path.slice(0, -1));
  const keys = isPlainMap(parent) ? Object.keys(parent) : [];
  const from = path.at(-1) ?? '';
  if (!keys.includes(from)) {
    const hint = `${didYouMean(from, keys)}Name one that is in the file.`;
    throw blueprintError(`${file}: ${printPath(path)} is not there`, hint);
  }
  if (to === from || !keys.includes(to)) return;
  const message = `${file}: ${printPath([...path.slice(0, -1), to])} is there already`;
  throw blueprintError(message, 'Take another name, or remove that one first.');
}

function holds(text: string, expected: unknown, file: string): boolean {
  try {
    return isSameData(readSource(text, file).data, expected);
  } catch {
    return false;
  }
}

function cannotEdit({ file }: Source, splice: Splice): Error {
  const path = printPath(pathOf(splice));
  const wish = 'set' in splice ? `${path}: ${printValue(splice.value, 'block', splice.set)}` : path;
  return blueprintError(
    `${file}: ${path} cannot be edited without touching the lines around it`,
    `Lay this part out in plain YAML, one key a line, or edit it by hand: ${wish}`,
  );
}
