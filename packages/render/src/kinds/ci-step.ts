import { defineKind, type Contribution } from '../kind.ts';

/** What must be right before what comes later is worth its time. */
export const ciBands = ['checks', 'tests', 'delivery'] as const;

/** Something that is run on every change of the project, wherever that is. */
export interface CiStep {
  readonly id: string;
  /** What a person reads above what it printed: `Build the image`. */
  readonly name: string;
  readonly band: (typeof ciBands)[number];
  /** What must be there: the project's environment, or what builds and runs containers. */
  readonly needs: 'environment' | 'containers';
  /** Lines of sh, in the folder of the project; each must end with 0. */
  readonly run: readonly string[];
}

/** Key: id; two of one id clash. Order: band, then id. */
export const ciStepKind = defineKind<CiStep>({
  id: 'ci-step',
  key: ({ id }) => id,
  meet: 'clash',
  bands: ciBands,
  bandOf: ({ band }) => band,
  form: {
    id: 'text',
    name: 'text',
    band: { oneOf: ciBands },
    needs: { oneOf: ['environment', 'containers'] },
    run: { listOf: 'text' },
  },
});

/** Has every change of the project checked by `run`. */
export function ciStep(id: string, about: Omit<CiStep, 'id'>): Contribution<CiStep> {
  return { kind: ciStepKind, item: { id, ...about } };
}
