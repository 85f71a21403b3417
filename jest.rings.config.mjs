import base from './jest.config.mjs';

/** The deeper rings: too long for `npm test`, each with a script of its own. */
export default {
  ...base,
  roots: ['<rootDir>/test/rings'],
  testMatch: ['**/*.ring.ts'],
  // What other people's packages import is what was built.
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^generator-hut/([^/]+)$': '<rootDir>/dist/$1.js',
  },
  testTimeout: 1_800_000,
  testSequencer: '<rootDir>/test/rings/longest-first.mjs',
};
