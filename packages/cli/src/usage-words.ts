import { usageOf, type Argument } from '@hut/kit';

/** What commander shows behind the name of a command: `[options] <entity> [fields...]`. */
export function usageWords(takes: readonly Argument[]): string {
  return usageOf('[options]', { arguments: takes });
}
