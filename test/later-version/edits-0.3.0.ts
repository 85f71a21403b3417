import type { SourceEdit } from './source-edit.ts';

const app = 'generators/app/templates/fastapi/all';
const shared = 'generators/repository/templates/fastapi/shared/@core';
const views = 'packages/fastapi/src/entities';

/**
 * 0.3.0, on top of 0.2.0: other lines, the file that moved moves on, the one that went comes back, the setting goes,
 * another column has another type, and hut.yaml has a format without `architecture`.
 */
export const edits: readonly SourceEdit[] = [
  {
    in: 'generators/endpoint/templates/fastapi/endpoint/@versions/[entities].py.ejs',
    from: '"""HTTP routes of ',
    to: '"""The HTTP routes of ',
  },
  {
    in: `${shared}/repository.py.ejs`,
    from: '# The id comes last, so that pages neither repeat nor miss a record among equals.',
    to: '# The id comes last: among equals, pages neither repeat nor miss a record.',
  },
  {
    in: 'generators/model/templates/fastapi/factory/@tests/factories/[entity].py.ejs',
    from: '    await session.flush()\n    return record',
    to: '    # The database fills in what it decides.\n    await session.flush()\n    return record',
  },
  {
    in: ['layer-views.ts', 'schema-view.ts', 'shared-views.ts'].map((name) => `${views}/${name}`),
    from: 'app.core.paging',
    to: 'app.core.listing',
  },
  { move: `${shared}/paging.py.ejs`, to: `${shared}/listing.py.ejs` },
  {
    in: 'generators/repository/repository.ts',
    from: "{ '@core/paging.py': ['@core/pages.py'] }",
    to: "{ '@core/listing.py': ['@core/paging.py', '@core/pages.py'] }",
  },
  {
    add: `${app}/.editorconfig.ejs`,
    text: 'root = true\n\n[*]\ncharset = utf-8\nend_of_line = lf\n\n[*.py]\nmax_line_length = 100\n',
  },
  {
    in: 'generators/app/app.fastapi.ts',
    from: "  setting('slow_request', 'float', { default: '1.0', example: '1.0', doc: 'Seconds' }),\n",
    to: '',
  },
  {
    in: 'packages/fastapi/src/columns/column-type.ts',
    from: 'plain: 2048',
    to: 'plain: 4000',
  },
  {
    in: 'packages/blueprint/src/top-keys.ts',
    from: 'export const FORMAT = 1;',
    to: 'export const FORMAT = 2;',
  },
  {
    in: 'packages/blueprint/src/top-keys.ts',
    from: "  architecture: {\n    type: 'choice',\n    choices: ['layered'],\n    default: 'layered',\n    doc: 'How the layers are arranged',\n  },\n",
    to: '',
  },
  {
    in: 'packages/blueprint/src/format/format-step.ts',
    from: '[draftFormat]',
    to: "[draftFormat, { from: 1, splices: () => [{ remove: ['architecture'] }] }]",
  },
];
