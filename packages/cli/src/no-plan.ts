import { HutError } from '@hut/errors';

/** The refusal to plan a command that would write nothing. */
export function noPlan(command: readonly string[]): HutError {
  return new HutError({
    id: 'no-plan',
    message: `hut ${command.join(' ')} writes nothing here: there is nothing to plan`,
    hint: 'Plan a command that changes the project: hut plan add model Article title -o plan.json',
  });
}
