import type { SourceEdit } from './source-edit.ts';

const app = 'generators/app/templates/fastapi/all';
const views = 'packages/fastapi/src/entities';

/**
 * 0.2.0: a line in each file of an entity, a file that moves, one that goes, a new one, a setting, a dependency, a
 * column of another type, methods that take more, and the draft of a format of hut.yaml.
 */
export const edits: readonly SourceEdit[] = [
  {
    in: 'generators/endpoint/templates/fastapi/endpoint/@versions/[entities].py.ejs',
    from: '"""The routes of ',
    to: '"""HTTP routes of ',
  },
  {
    in: 'generators/service/templates/fastapi/service/@services/[entity]_service.py.ejs',
    from: 'The place for business rules: override',
    to: 'Business rules stand here: override',
  },
  {
    in: 'generators/model/templates/fastapi/factory/@tests/factories/[entity].py.ejs',
    from: 'what is not given is made up',
    to: 'what is not given gets a value',
  },
  {
    in: 'generators/endpoint/templates/fastapi/test/@tests/test_[entities].py.ejs',
    from: 'PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)',
    to: 'PAST = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)',
  },
  {
    in: `${app}/AGENTS.md.ejs`,
    from: 'A change is done when tests, ruff and mypy pass',
    to: 'A change is done when pytest, ruff and mypy pass',
  },
  // A file that moves, with all that imports it.
  {
    in: ['layer-views.ts', 'schema-view.ts', 'shared-views.ts'].map((name) => `${views}/${name}`),
    from: 'app.core.pages',
    to: 'app.core.paging',
  },
  {
    move: 'generators/repository/templates/fastapi/shared/@core/pages.py.ejs',
    to: 'generators/repository/templates/fastapi/shared/@core/paging.py.ejs',
  },
  {
    in: 'generators/repository/repository.ts',
    from: '  contribute: contributeRepositories,',
    to: "  moved: { '@core/paging.py': ['@core/pages.py'] },\n  contribute: contributeRepositories,",
  },
  {
    in: 'generators/repository/templates/fastapi/shared/@core/paging.py.ejs',
    from: '"""Lists, a page at a time."""',
    to: '"""Lists, one page at a time."""',
  },
  { drop: `${app}/.editorconfig.ejs` },
  {
    add: `${app}/tests/test_about.py.ejs`,
    text: 'from app import about\n\n\ndef test_the_project_has_a_version() -> None:\n    assert about.VERSION\n',
  },
  {
    in: 'generators/app/app.fastapi.ts',
    from: "  setting('max_body_size', 'int', {",
    to: "  setting('slow_request', 'float', { default: '1.0', example: '1.0', doc: 'Seconds' }),\n  setting('max_body_size', 'int', {",
  },
  {
    in: 'generators/app/app.fastapi.ts',
    from: "  dependency('fastapi', ",
    to: "  dependency('anyio', '>=4.10,<5'),\n  dependency('fastapi', ",
  },
  // A migration follows.
  {
    in: 'packages/blueprint/src/field/key-bytes.ts',
    from: 'email: 254',
    to: 'email: 320',
  },
  {
    in: 'generators/repository/templates/fastapi/shared/@core/repository.py.ejs',
    from: '    async def get(self, record_id: <%- view.id %>) -> RecordT | None:\n        statement = select(self.model).where(self.model.id == record_id).options(*self.loads)\n',
    to: '    async def get(self, record_id: <%- view.id %>, *, lock: bool = False) -> RecordT | None:\n        statement = select(self.model).where(self.model.id == record_id).options(*self.loads)\n        if lock:\n            statement = statement.with_for_update()\n',
  },
  {
    in: 'generators/service/templates/fastapi/shared/@core/service.py.ejs',
    from: '    async def get(self, record_id: <%- view.id %>) -> RecordT:\n        record = await self.repository.get(record_id)\n',
    to: '    async def get(self, record_id: <%- view.id %>, *, lock: bool = False) -> RecordT:\n        record = await self.repository.get(record_id, lock=lock)\n',
  },
  {
    in: 'generators/service/templates/fastapi/shared/@core/service.py.ejs',
    from: '        record = await self.get(record_id)\n        values =',
    to: '        record = await self.get(record_id, lock=True)\n        values =',
  },
  {
    in: 'packages/blueprint/src/format/format-step.ts',
    from: 'export const formatSteps: readonly FormatStep[] = [];',
    to: "import { draftFormat } from './draft-format.fixture.ts';\nexport const formatSteps: readonly FormatStep[] = [draftFormat];",
  },
];
