import { itSurvivesKills } from './survive-kills.ts';

describe('a first build', () => {
  itSurvivesKills({
    name: 'first build',
    words: ['build', 'shop', '--yes', '--no-install', '--no-git'],
    share: 0.2,
    leastWrites: 100,
  });
});
