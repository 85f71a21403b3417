import { defineGenerator } from '@hut/kit';
import { contributeHooks } from './lint.fastapi.ts';

/** The checks of the project before each commit, and in editors. */
export const generator = defineGenerator({
  id: 'lint',
  feature: true,
  summary: 'Check each commit by pre-commit, with the tools of the project; settings for editors',
  contribute: contributeHooks,
});
