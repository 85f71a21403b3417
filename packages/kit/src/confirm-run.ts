import { aborted } from './ask-conflict.ts';
import type { Prompt } from './prompt.ts';
import type { Report } from './report.ts';
import { summarise } from './summarise.ts';

const choices = [
  { name: 'Yes', value: 'yes' },
  { name: 'no', value: 'no' },
  { name: 'diff', value: 'diff' },
];

/** Shows what a run would do and asks once: yes, no, or show the diff and ask again. Throws HutError `aborted` on no. */
export function confirmRunBy(
  prompt: Prompt,
  print: (text: string) => void,
): (report: Report) => Promise<void> {
  return async function confirm(report) {
    print(summarise(report));
    // Enter alone loses nothing that is stored.
    const preset = report.destructive.length > 0 ? 'no' : 'yes';
    const { answer } = await prompt([
      { type: 'select', name: 'answer', message: 'Write this?', choices, default: preset },
    ]);
    if (answer === 'no') throw aborted();
    if (answer !== 'diff') return;
    print(report.changes.map(({ diff }) => diff).join('\n'));
    await confirm(report);
  };
}
