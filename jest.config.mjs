export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/generators', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@hut/([^/]+)$': '<rootDir>/packages/$1/src/$1.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '/templates/'],
  coverageProvider: 'v8',
  testTimeout: 30000,
  // Half of the specs wait for other processes.
  maxWorkers: 2,
  transform: {
    '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: 'tsconfig.json', diagnostics: false }],
  },
};
