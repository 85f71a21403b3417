import { HutError } from '@hut/errors';
import { isWanted } from './is-wanted.ts';
import type { Prompt, Question } from './prompt.ts';
import type { Argument, Asked } from './verb.ts';

/** What is asked for, and how the answers are checked. */
export interface AskedArguments {
  readonly takes: readonly Argument[];
  readonly args: readonly string[];
  readonly prompt: Prompt;
  /** The words as arguments, once more with each answer. */
  readonly toArguments: (words: readonly string[]) => readonly string[];
  /** Throws HutError for words of which no command can be made. */
  readonly attempt: (args: readonly string[]) => void;
  readonly blueprint: () => Asked['blueprint'];
}

/** Asks for each argument that a command line did not give. Rejects when the person leaves. */
export async function askArguments(asking: AskedArguments): Promise<readonly string[]> {
  let { args } = asking;
  for (const [index, argument] of asking.takes.entries()) {
    if (args.length > index || !isWanted(argument, { ...asking, args })) continue;
    args = await (argument.many ? askMany : askOne)(argument, { ...asking, args });
  }
  return args;
}

async function askOne(argument: Argument, asking: AskedArguments): Promise<readonly string[]> {
  const answer = await ask(argument.name, argument.doc, argument, asking);
  return answer === '' ? asking.args : asking.toArguments([...asking.args, answer]);
}

/** One at a time, until an empty one. */
async function askMany(argument: Argument, asking: AskedArguments): Promise<readonly string[]> {
  let { args } = asking;
  for (let count = 1; ; count += 1) {
    const message = `${argument.doc} (empty to finish)`;
    const isOptional = argument.optional === true || count > 1;
    const rule = { ...argument, ...(isOptional && { optional: true as const }) };
    const answer = await ask(`${argument.name}${count}`, message, rule, { ...asking, args });
    if (answer === '') return args;
    args = [...args, answer];
  }
}

async function ask(
  name: string,
  message: string,
  { optional }: Argument,
  { args, prompt, toArguments, attempt }: AskedArguments,
): Promise<string> {
  const validate = (word: string): true | string => {
    if (word.trim() === '') return optional ? true : 'It is needed';
    return whyNot(() => attempt(toArguments([...args, word.trim()])));
  };
  const question: Question = { type: 'input', name, message, default: '', validate };
  const answers = await prompt([question]);
  return String(answers[name] ?? '').trim();
}

function whyNot(attempt: () => void): true | string {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof HutError) return `${error.message}. ${error.hint}`;
    throw error;
  }
}
