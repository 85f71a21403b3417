import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildShop } from './shop.ts';
import { itSurvivesKills } from './survive-kills.ts';

describe('a command that adds an entity, with its migration, to an edited project', () => {
  itSurvivesKills({
    name: 'hut add crud',
    start: (root) => {
      buildShop(root);
      appendFileSync(join(root, 'README.md'), '\nOurs.\n');
    },
    words: ['add', 'crud', 'Article', 'title:string', '--yes', '-C', 'shop'],
    share: 0.3,
    leastWrites: 100,
  });
});
