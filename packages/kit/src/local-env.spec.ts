import { assemble, secret, setting, type Contribution } from '@hut/render';
import { toLocalEnv } from './local-env.ts';

const assembled = (...contributions: readonly Contribution[]) =>
  assemble(contributions.map((contribution) => ({ from: 'test', contribution })));

const url = setting('database_url', 'str', { doc: 'Where', example: 'db://a', local: 'db://b' });
const mode = setting('mode', 'str', { doc: 'How', example: 'x', local: 'dev', default: '"prod"' });
const key = secret('secret_key', { doc: 'Signs' });

describe('toLocalEnv', () => {
  it('gives a new project its local values and fresh secrets', () => {
    expect(toLocalEnv(null, assembled(url, mode, key))).toMatch(
      /^DATABASE_URL=db:\/\/b\nMODE=dev\nSECRET_KEY=[\w-]{43}\n$/,
    );
  });

  it('adds what the project does not start without, and nothing that has a default', () => {
    expect(toLocalEnv('MINE=1', assembled(url, mode))).toBe('MINE=1\nDATABASE_URL=db://b\n');
  });

  it('leaves a file alone that says all of it, in any way that a person writes it', () => {
    const text = 'export database_url = mine\nSECRET_KEY=short\n';
    expect(toLocalEnv(text, assembled(url, mode, key))).toBeNull();
  });
});
