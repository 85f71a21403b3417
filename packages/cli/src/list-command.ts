import { Command } from 'commander';
import type { Shell } from './shell.ts';

/** `hut list`: the generators, a line each. */
export function listCommand({ lookup, stdout }: Shell): Command {
  return new Command('list').description('the generators, a line each').action(() => {
    const width = Math.max(...lookup.map(({ definition }) => definition.id.length));
    for (const { definition } of lookup)
      stdout.write(`${definition.id.padEnd(width)}  ${definition.summary}\n`);
  });
}
