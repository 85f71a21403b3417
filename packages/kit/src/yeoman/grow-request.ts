import { toValues } from '../amendment.ts';
import { repeatWords } from '../repeat-command.ts';
import type { Request, Requested } from './build-request.ts';
import { requireOpenProject } from './open-project.ts';

/** Opens the project that the run makes, or the one that its folder is in. Throws HutError. */
export function requestGrowth({ definition, run, line, folder }: Request): Requested {
  requireOpenProject(run, folder);
  const values = toValues(definition, (flag) => line.words.get(flag));
  const command = [`yo hut:${definition.id}`, ...repeatWords('', values)].join(' ');
  return { amendments: [{ definition, values }], command, isAsked: false };
}
