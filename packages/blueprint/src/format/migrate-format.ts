import { blueprintError } from '../mistake.ts';
import { spliceBlueprint } from '../splice/splice-blueprint.ts';
import { FORMAT } from '../top-keys.ts';
import { readSource } from '../yaml/source.ts';
import type { FormatStep } from './format-step.ts';

/**
 * The text of a hut.yaml of an earlier format in that of now, step by step; comments, order and layout stay. Any
 * other text comes back as it is: what is wrong with it is told by those who read it.
 * Throws HutError `blueprint` where no step begins at its format.
 */
export function migrateFormat(text: string, steps: readonly FormatStep[]): string {
  const { data } = readSource(text, 'hut.yaml');
  const format = data['hut'];
  if (typeof format !== 'number' || format >= FORMAT) return text;
  const step = steps.find(({ from }) => from === format);
  if (step === undefined) throw noStep(format);
  const splices = [...step.splices(data), { set: ['hut'], value: format + 1 }];
  return migrateFormat(spliceBlueprint(text, splices), steps);
}

function noStep(format: number): Error {
  return blueprintError(
    `hut.yaml: no release of hut wrote format ${String(format)}`,
    `Write: hut: ${String(FORMAT)}, and mend what hut sync names then.`,
  );
}
