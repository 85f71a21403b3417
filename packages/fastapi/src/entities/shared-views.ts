import type { Blueprint } from '@hut/blueprint';
import { entitiesOf, referencesOf, scalarsOf, type EntityProject } from './entity-project.ts';
import { ownerOf, type GuardedProject } from './guarded-project.ts';
import { openScope, type PythonScope } from './python-scope.ts';
import { shownId } from './request-lines.ts';

type Database = Blueprint['database'];

/** What the template of the record that all models extend prints. */
export function toRecordView({ ids }: EntityProject): object {
  const isUuid = ids === 'uuid';
  return {
    hasUuids: isUuid,
    idColumn: isUuid
      ? 'id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)'
      : 'id: Mapped[int] = mapped_column(primary_key=True)',
  };
}

/** MySQL drops what is smaller than a second, unless told. */
const TIME_TYPES: Readonly<Record<Database, readonly [moment: string, time: string]>> = {
  sqlite: ['DateTime()', 'Time()'],
  postgresql: ['DateTime(timezone=True)', 'Time()'],
  mysql: ['DATETIME(fsp=6)', 'TIME(fsp=6)'],
};

/** What the template of the column types prints. */
export function toColumnTypesView(project: EntityProject): object {
  const scope = openScope([]);
  const types = new Set(
    project.entities.flatMap((entity) => scalarsOf(entity).map(({ type }) => type.name)),
  );
  const [hasEnums, hasTimes] = [types.has('enum'), types.has('time')];
  const [dateTimeType, timeType] = TIME_TYPES[project.database];
  const module = project.database === 'mysql' ? 'sqlalchemy.dialects.mysql' : 'sqlalchemy';
  scope.useModule('datetime', 'dt');
  scope.use(module, dateTimeType.replace(/\(.*/u, ''));
  for (const name of ['Dialect', 'TypeDecorator']) scope.use('sqlalchemy', name);
  if (hasTimes) scope.use(module, timeType.replace(/\(.*/u, ''));
  if (hasEnums) scope.use('sqlalchemy', 'Enum');
  if (hasEnums) scope.use('enum', 'StrEnum');
  const ownTypes = hasTimes ? 'UtcDateTime, UtcTime' : 'UtcDateTime';
  return {
    hasEnums,
    hasTimes,
    dateTimeType,
    timeType,
    andTimes: hasTimes ? ' and times of day' : '',
    typesImport: `from app.db.types import ${ownTypes}`,
    imports: scope.imports(),
  };
}

/** What the template of the schemas that all records share prints. */
export function toSharedSchemasView(project: EntityProject): object {
  const scope = openScope([]);
  const id = shownId({ project, scope });
  scope.useModule('datetime', 'dt');
  scope.use('typing', 'Any');
  for (const name of ['BaseModel', 'ConfigDict']) scope.use('pydantic', name);
  return { id, imports: scope.imports() };
}

/** What the template of the repository that all others extend prints. */
export function toSharedRepositoryView(project: EntityProject): object {
  const scope = openScope([]);
  const id = shownId({ project, scope });
  useAll(scope, {
    'collections.abc': ['Sequence'],
    typing: ['Any', 'Generic', 'TypeVar'],
    sqlalchemy: ['ColumnElement', 'func', 'select'],
    'sqlalchemy.ext.asyncio': ['AsyncSession'],
    'sqlalchemy.orm.interfaces': ['ORMOption'],
    'app.core.pages': ['PageQuery'],
    'app.db.record': ['Record'],
  });
  return { id, imports: scope.imports() };
}

/** What the template of the service that all others extend prints. */
export function toSharedServiceView(project: GuardedProject): object {
  const scope = openScope([]);
  const id = shownId({ project, scope });
  const hasReferences = entitiesOf(project, 'service').some(
    (entity) => referencesOf(entity).length > 0,
  );
  useAll(scope, {
    typing: ['Generic', 'TypeVar'],
    sqlalchemy: ['delete'],
    fastapi: ['HTTPException', 'status'],
    pydantic: ['BaseModel'],
    'app.core.pages': ['Page', 'PageQuery'],
    'app.core.repository': ['RecordT', 'Repository'],
    'app.db.record': ['utc_now'],
  });
  if (hasReferences) {
    useAll(scope, {
      'collections.abc': ['Sequence'],
      typing: ['Any', 'NamedTuple'],
      sqlalchemy: ['select'],
      'fastapi.exceptions': ['RequestValidationError'],
      'app.db.record': ['Record'],
    });
  }
  const hasOwners = entitiesOf(project, 'endpoint').some(
    (entity) => ownerOf(project, entity) !== undefined,
  );
  if (hasOwners) scope.use('typing', 'Any');
  const values = (given: string) => (hasReferences ? `await self.to_values(${given})` : given);
  return {
    id,
    hasReferences,
    hasOwners,
    createParameters: hasOwners ? 'body: CreateT, **owner: Any' : 'body: CreateT',
    createdValues: `**${values('body.model_dump()')}${hasOwners ? ', **owner' : ''}`,
    updatedValues: values('body.model_dump(exclude_unset=True)'),
    imports: scope.imports(),
  };
}

function useAll(scope: PythonScope, names: Readonly<Record<string, readonly string[]>>): void {
  for (const [module, used] of Object.entries(names)) {
    for (const name of used) scope.use(module, name);
  }
}

/**
 * How each database says what collided, and that it gave up on one of two requests. SQLite tells a restricted key
 * apart, PostgreSQL does from version 18 on.
 */
const CONFLICTS: Readonly<
  Record<Database, { readonly errorCode: string; readonly conflicts: readonly string[] }>
> = {
  sqlite: {
    errorCode: 'getattr(error.orig, "sqlite_errorname", None)',
    conflicts: [
      '"SQLITE_CONSTRAINT_UNIQUE": TAKEN,',
      '"SQLITE_CONSTRAINT_FOREIGNKEY": NEEDED,',
      '"SQLITE_CONSTRAINT_TRIGGER": NEEDED,',
      '"SQLITE_BUSY": BUSY,',
    ],
  },
  postgresql: {
    errorCode: 'getattr(error.orig, "sqlstate", None)',
    conflicts: ['"23505": TAKEN,', '"23503": NEEDED,', '"23001": NEEDED,', '"40P01": BUSY,'],
  },
  mysql: {
    errorCode: 'next(iter(getattr(error.orig, "args", ())), None)',
    conflicts: ['1062: TAKEN,', '1451: NEEDED,', '1452: NEEDED,', '1205: BUSY,', '1213: BUSY,'],
  },
};

/** What the template that tells conflicts of the database from mistakes prints. */
export function toConflictsView({ database }: EntityProject): object {
  return CONFLICTS[database];
}
