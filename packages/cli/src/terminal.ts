import type { Prompt } from '@hut/kit';

/** Asks by inquirer, which is loaded when the first question is asked. */
export const prompt: Prompt = async (questions) => {
  const { default: inquirer } = await import('inquirer');
  return inquirer.prompt(questions as never);
};
