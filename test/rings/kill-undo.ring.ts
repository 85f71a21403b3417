import { buildShop, edit, hut } from './shop.ts';
import { itSurvivesKills } from './survive-kills.ts';
import { join } from 'node:path';

describe('an undo of a run whose files were edited since', () => {
  itSurvivesKills({
    name: 'hut undo',
    start: (root) => {
      buildShop(root);
      hut(['add', 'crud', 'Article', 'title:string', '--yes'], root);
      edit(
        join(root, 'app/factory.py'),
        '    app.include_router(health.router)\n',
        '    app.include_router(health.router)\n    app.state.ours = True\n',
      );
    },
    words: ['undo', '--yes', '-C', 'shop'],
    share: 0.2,
    leastWrites: 100,
  });
});
