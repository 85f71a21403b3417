import { HutError } from '@hut/errors';
import { withYeomanErrors } from './yeoman-error.ts';

const leave = (error: unknown): Promise<unknown> =>
  withYeomanErrors(() => {
    throw error;
  }).catch((left: unknown) => left);

describe('an error that leaves for Yeoman', () => {
  it('is message and hint without a stack, when a person can mend it', async () => {
    const error = new HutError({ id: 'option', message: 'What happened', hint: 'What to do' });
    const left = (await leave(error)) as Error;
    expect(left.message).toBe('What happened\nWhat to do');
    expect(left.stack).toBe(left.message);
    expect(left.cause).toBe(error);
  });

  it('has no text as code, on which yo would crash', async () => {
    const error = Object.assign(new Error('EACCES: no'), { code: 'EACCES' });
    const left = (await leave(error)) as Error;
    expect(left).not.toHaveProperty('code');
    expect(left).toMatchObject({ message: 'EACCES: no', cause: error });
  });

  it('stays as it is otherwise', async () => {
    const error = new TypeError('a defect');
    expect(await leave(error)).toBe(error);
    expect(await leave('no error')).toBe('no error');
  });
});
