import type { Shell } from './shell.ts';

/** Takes a shell; returns what says one line to the person, beside the output of the command. */
export function tellBy({ stderr }: Shell): (text: string) => void {
  return (text) => void stderr.write(`${text}\n`);
}
