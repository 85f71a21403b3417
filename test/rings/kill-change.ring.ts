import { startEdited } from './shop.ts';
import { itSurvivesKills } from './survive-kills.ts';

describe('a run that creates, merges and deletes', () => {
  itSurvivesKills({
    name: 'hut sync',
    start: startEdited,
    words: ['sync', '--yes', '-C', 'shop'],
    share: 0.3,
    leastWrites: 100,
  });
});
