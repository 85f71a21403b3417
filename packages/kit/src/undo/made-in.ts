import { findRecorded } from '../made-record.ts';
import type { Undoing } from './undoing.ts';

/** The files that a run made once, each with its record. */
export function madeIn({
  run,
}: Pick<Undoing, 'run'>): readonly { readonly path: string; readonly record: string }[] {
  return run.files.flatMap(({ path: record, before }) => {
    const path = findRecorded(record);
    return path === undefined || before !== null ? [] : [{ path, record }];
  });
}
