import { HutError } from '@hut/errors';
import type { Lookup } from '../lookup.ts';
import { makeOnce } from '../make-once.ts';
import type { ProjectState } from '../project-state.ts';
import { toRenames } from '../renames.ts';
import { well, wrong, type Finding } from './finding.ts';

const where = '.hut/made';

/** Whether a run could go on from what was made once. Nothing is made; throws what is no refusal. */
export function examineMade(state: ProjectState, lookup: Lookup): readonly Finding[] {
  const { workspace, blueprint } = state;
  try {
    const { files } = makeOnce({ workspace, lookup, blueprint, renames: toRenames(blueprint) });
    if (files.length > 0) return [due()];
  } catch (error) {
    if (error instanceof HutError) return [refused(error)];
    throw error;
  }
  return [well('made', where, 'leads to what hut.yaml says')];
}

function due(): Finding {
  return wrong('made', { where, what: 'does not lead to what hut.yaml says', fix: 'hut sync' });
}

/** A run says the rest: how to go on where the first way is closed. */
function refused({ message, hint }: HutError): Finding {
  return wrong('made', { where, what: firstLine(message), fix: firstLine(hint) });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}
