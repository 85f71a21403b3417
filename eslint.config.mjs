import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'samples/', '.cache/', '**/templates/**'] },
  tseslint.configs.strict,
  {
    rules: {
      // An index or a match that the line before has proven is asserted, not branched on.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['scripts/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
);
