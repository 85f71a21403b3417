import { writtenValue } from '@hut/blueprint';
import { basePathOf } from './base-tree.ts';
import type { Plan } from './plan-run.ts';

/** What a person should know about a run and can't see in its files, a sentence each. */
export function toNotes({ workspace, blueprint }: Plan): readonly string[] {
  const text = workspace.read(basePathOf('hut.yaml'))?.text;
  const before = typeof text === 'string' ? findWritten(text, 'database') : undefined;
  if (typeof before !== 'string' || before === blueprint.database) return [];
  return [`No data is moved: what ${before} holds stays there, ${blueprint.database} starts empty`];
}

/** A damaged base says nothing. */
function findWritten(text: string, key: string): unknown {
  try {
    return writtenValue(text, [key]);
  } catch {
    return undefined;
  }
}
