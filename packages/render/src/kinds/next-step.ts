import { defineKind, type Contribution } from '../kind.ts';

/** A command that the user runs next, inside the environment of the project. */
export interface NextStep {
  readonly id: string;
  /** Without what enters the environment (`uv run`): `alembic upgrade head`. */
  readonly command: string;
  /** What it does, in a few words. */
  readonly why: string;
}

/** Key: id; stands once. Order: id. */
export const nextStepKind = defineKind<NextStep>({
  id: 'next-step',
  key: ({ id }) => id,
  meet: 'once',
  form: { id: 'text', command: 'text', why: 'text' },
});

/** Names a command to run next. */
export function nextStep(
  id: string,
  { command, why }: Omit<NextStep, 'id'>,
): Contribution<NextStep> {
  return { kind: nextStepKind, item: { id, command, why } };
}
