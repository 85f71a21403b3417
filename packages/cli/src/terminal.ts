import { aborted, type Prompt, type Report, summarise } from '@hut/kit';
import type { Shell } from './shell.ts';

/** Asks by inquirer, which is loaded when the first question is asked. */
export const prompt: Prompt = async (questions) => {
  const { default: inquirer } = await import('inquirer');
  return inquirer.prompt(questions as never);
};

/** Shows what a run would do and asks once: yes, no, or show the diff and ask again. Throws HutError `aborted` on no. */
export function confirmBy({ stderr }: Shell): (report: Report) => Promise<void> {
  return async function confirm(report: Report): Promise<void> {
    stderr.write(`${summarise(report)}\n`);
    const choices = [
      { name: 'Yes', value: 'yes' },
      { name: 'no', value: 'no' },
      { name: 'diff', value: 'diff' },
    ];
    const { answer } = await prompt([
      { type: 'select', name: 'answer', message: 'Write this?', choices },
    ]);
    if (answer === 'no') throw aborted();
    if (answer !== 'diff') return;
    stderr.write(`${report.changes.map(({ diff }) => diff).join('\n')}\n`);
    await confirm(report);
  };
}
