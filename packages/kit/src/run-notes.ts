import { writtenValue } from '@hut/blueprint';
import { basePathOf } from './base-tree.ts';
import type { Plan } from './plan-run.ts';

/** What a person should know about a run and can't see in its files, a sentence each. */
export function toNotes({ workspace, blueprint, hutYaml }: Plan): readonly string[] {
  const text = workspace.read(basePathOf('hut.yaml'))?.text;
  // Read again only where the line is another one: reading takes longer than the rest of a report.
  const isSame = typeof text !== 'string' || lineOf(text) === lineOf(hutYaml.after);
  const before = isSame ? blueprint.database : findWritten(text, 'database');
  if (typeof before !== 'string' || before === blueprint.database) return [];
  return [`No data is moved: what ${before} holds stays there, ${blueprint.database} starts empty`];
}

function lineOf(text: string): string | undefined {
  return /^database:.*$/m.exec(text)?.[0];
}

/** A damaged base says nothing. */
function findWritten(text: string, key: string): unknown {
  try {
    return writtenValue(text, [key]);
  } catch {
    return undefined;
  }
}
