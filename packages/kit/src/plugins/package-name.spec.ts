import { HutError } from '@hut/errors';
import { parsePackageName } from './package-name.ts';

describe('parsePackageName', () => {
  it.each([
    ['cache', 'generator-hut-cache', 'cache', 'hut-cache'],
    ['generator-hut-cache', 'generator-hut-cache', 'cache', 'hut-cache'],
    ['rate-card', 'generator-hut-rate-card', 'rate-card', 'hut-rate-card'],
    ['@acme/s3', '@acme/generator-hut-s3', 's3', '@acme/hut-s3'],
    ['@acme/generator-hut-s3', '@acme/generator-hut-s3', 's3', '@acme/hut-s3'],
  ])('takes %s for %s', (word, name, id, namespace) => {
    expect(parsePackageName(word)).toEqual({ name, id, namespace });
  });

  it.each([
    '',
    'generator-hut-',
    'Cache',
    'rate_card',
    'rate--card',
    '-card',
    '2fa',
    '../cache',
    '@/cache',
    '@ACME/cache',
    '@acme/a/b',
    'a'.repeat(31),
    'cache\n',
  ])('refuses %j', (word) => {
    expect(() => parsePackageName(word)).toThrow(HutError);
  });
});
