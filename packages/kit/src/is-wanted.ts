import type { Argument, Asked } from './verb.ts';

/** The words so far, and hut.yaml for who looks at it. */
export interface WordsSoFar {
  readonly args: readonly string[];
  readonly blueprint: () => Asked['blueprint'];
}

/** Whether an argument has a meaning behind these words. */
export function isWanted({ isWanted: wants }: Argument, { args, blueprint }: WordsSoFar): boolean {
  if (wants === undefined) return true;
  return wants({
    args,
    get blueprint() {
      return blueprint();
    },
  });
}
