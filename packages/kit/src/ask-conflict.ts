import { HutError } from '@hut/errors';
import type { Conflict } from '@hut/reconcile';
import type { Prompt } from './prompt.ts';
import type { Answer, AskConflict } from './settle.ts';
import { showDiff } from './show-diff.ts';

type Choice = Answer | 'abort' | `all-${Answer}`;

const choices: readonly { readonly name: string; readonly value: Choice }[] = [
  { name: 'mine: keep the file as it is', value: 'mine' },
  { name: 'next: take what hut renders, and lose the edits shown', value: 'next' },
  { name: 'markers: write both, with conflict markers to resolve', value: 'markers' },
  { name: 'mine for this and all that remain', value: 'all-mine' },
  { name: 'next for this and all that remain', value: 'all-next' },
  { name: 'markers for this and all that remain', value: 'all-markers' },
  { name: 'abort: write nothing', value: 'abort' },
];

/** Shows a conflict with its diff and reason and asks what becomes of it. Throws HutError when the person aborts. */
export function askConflictBy(prompt: Prompt, print: (text: string) => void): AskConflict {
  return async (conflict, remaining) => {
    print(
      `\n${conflict.path}: ${conflict.reason}\n${showDiff(conflict.path, conflict.mine, conflict.next)}`,
    );
    const message =
      remaining > 1 ? `${conflict.path} (${remaining} conflicts remain)` : conflict.path;
    const { choice } = await prompt([
      { type: 'select', name: 'choice', message, choices: possibleChoices(conflict) },
    ]);
    return toAnswer(choice as Choice);
  };
}

function possibleChoices({ markers }: Conflict): typeof choices {
  return choices.filter(({ value }) => value !== 'markers' || markers !== null);
}

function toAnswer(choice: Choice): { answer: Answer; all: boolean } {
  if (choice === 'abort') throw aborted();
  const all = choice.startsWith('all-');
  return { answer: (all ? choice.slice('all-'.length) : choice) as Answer, all };
}

/** What a run throws when a person leaves it: nothing is written. */
export function aborted(): HutError {
  return new HutError({
    id: 'aborted',
    message: 'Aborted, nothing was written',
    hint: 'Run the command again when you are ready.',
    exitCode: 130,
  });
}
