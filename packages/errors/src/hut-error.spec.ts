import { HutError } from './hut-error.ts';

const said = { id: 'word', message: 'No', hint: 'Yes' };

class OtherError extends HutError {}

it('a refusal of another copy of the kit is one', () => {
  const foreign = Object.assign(new Error('No'), { name: 'HutError', ...said, exitCode: 3 });
  expect(foreign instanceof HutError).toBe(true);
  expect(new OtherError(said) instanceof HutError).toBe(true);
});

it.each([new Error('No'), Object.assign(new Error('No'), { name: 'HutError' }), said, null])(
  '%p is none',
  (error) => expect(error instanceof HutError).toBe(false),
);

it('not every refusal is one of a kind', () => {
  expect(new HutError(said) instanceof OtherError).toBe(false);
  expect(new OtherError(said) instanceof OtherError).toBe(true);
});
