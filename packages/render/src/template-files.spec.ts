import { templateFiles } from './template-files.ts';

const from = {
  generator: 'paging',
  templates: { 'fastapi/one/@core/[entity]_pages.py': () => '' },
  folder: 'fastapi/one',
  places: { core: 'app/core' },
  names: { entity: 'article' },
  view: () => ({}),
};
const moved = { '@core/[entity]_pages.py': ['@core/pages/[entity].py', '[entity].py'] };
const oldNames = { entity: 'post' };
const movedFrom = (more: object): unknown => templateFiles({ ...from, ...more })[0]!.item.movedFrom;

describe('a file from a template', () => {
  it('stood nowhere else unless somebody says so', () => {
    expect(movedFrom({})).toBeUndefined();
    expect(movedFrom({ moved: { 'other.py': ['old.py'] } })).toBeUndefined();
  });

  it('stood where earlier versions had the template, the latest first', () => {
    expect(movedFrom({ moved })).toEqual(['app/core/pages/article.py', 'article.py']);
  });

  it('stood under the old name of what it is about, in every version', () => {
    expect(movedFrom({ moved, oldNames })).toEqual([
      'app/core/post_pages.py',
      'app/core/pages/post.py',
      'app/core/pages/article.py',
      'post.py',
      'article.py',
    ]);
  });
});
