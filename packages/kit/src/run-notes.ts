import { writtenValue } from '@hut/blueprint';
import { basePathOf } from './base-tree.ts';
import type { Plan } from './plan-run.ts';

/** A value of hut.yaml that was one thing and becomes another. */
interface Changed {
  readonly before: string;
  readonly after: string;
}

/** What is said about a value that changes. */
const sentences: Readonly<Record<'generator' | 'database', (changed: Changed) => string>> = {
  generator: ({ before, after }) =>
    `hut ${after} renders it from now on, ${before} did before: hut undo takes that back`,
  database: ({ before, after }) =>
    `No data is moved: what ${before} holds stays there, ${after} starts empty`,
};

/** What a person should know about a run and can't see in its files, a sentence each. */
export function toNotes({ workspace, blueprint, hutYaml }: Plan): readonly string[] {
  const text = workspace.read(basePathOf('hut.yaml'))?.text;
  const last = typeof text === 'string' ? text : hutYaml.before;
  if (last === null) return [];
  return (['generator', 'database'] as const).flatMap((key) => {
    const [before, after] = [valueOf(last, key, hutYaml.after), blueprint[key]];
    return before === null || before === after ? [] : [sentences[key]({ before, after })];
  });
}

/** Read only where the line is another one than now: reading takes longer than the rest of a report. */
function valueOf(text: string, key: string, now: string): string | null {
  if (lineOf(text, key) === lineOf(now, key)) return null;
  try {
    const written = writtenValue(text, [key]);
    return typeof written === 'string' ? written : null;
  } catch {
    // A damaged base says nothing.
    return null;
  }
}

function lineOf(text: string, key: string): string | undefined {
  return new RegExp(`^${key}:.*$`, 'm').exec(text)?.[0];
}
