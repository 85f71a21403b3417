import { defineGenerator, list } from '@hut/kit';
import { addProvider, removeProvider } from './change-providers.ts';
import { contributeCi } from './ci.fastapi.ts';
import { PROVIDERS, USUAL_PROVIDER } from './providers.ts';

const providerArgument = {
  name: 'provider',
  doc: `${PROVIDERS.join(' or ')}: one more that runs the checks`,
  optional: true,
  examples: PROVIDERS,
  isWanted: () => false,
} as const;

/** The checks of every change, where the code is kept. */
export const generator = defineGenerator({
  id: 'ci',
  feature: true,
  summary: 'Check every change on GitHub or GitLab: lint, types, migrations, tests, packages',
  arguments: [providerArgument],
  options: {
    providers: list(PROVIDERS, [USUAL_PROVIDER], 'Who runs the checks'),
    coverage: {
      type: 'number',
      default: 80,
      min: 0,
      max: 100,
      doc: 'Percent of the code that the tests must reach',
    },
  },
  examples: [{}, { providers: ['gitlab'] }, { providers: ['github', 'gitlab'], coverage: 90 }],
  amend: addProvider,
  verbs: { remove: { arguments: [providerArgument], amend: removeProvider } },
  contribute: contributeCi,
});
