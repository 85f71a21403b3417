import type { Prompt } from '../prompt.ts';
import type { Environment } from './environment.ts';

/** Asks through Yeoman's adapter, as every generator does. */
export function promptBy({ adapter }: Environment): Prompt {
  return (questions) => adapter.prompt(questions as never);
}
