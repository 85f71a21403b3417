import base from './jest.config.mjs';

/** The deeper rings: too long for `npm test`, each with a script of its own. */
export default {
  ...base,
  roots: ['<rootDir>/test/rings'],
  testMatch: ['**/*.ring.ts'],
  testTimeout: 1_800_000,
  testSequencer: '<rootDir>/test/rings/longest-first.mjs',
};
