export { importLines } from './import-lines.ts';
export { LINE_WIDTH } from './line-width.ts';
export { places } from './places.ts';
export { UV_VERSION } from './uv-version.ts';
export { unknownIdCode } from './entities/unknown-id.ts';
export { pythonPackage } from './python-package.ts';
export { pythonCall } from './python-call.ts';
export { compareExported } from './python-order.ts';
export { redisService } from './redis-service.ts';
export { requirement } from './requirement.ts';
export { enumLength, toColumnType, type ColumnType } from './columns/column-type.ts';
export { toColumn, toKeyColumn, type Column } from './columns/column.ts';
export { modelType, type ModelExpression } from './columns/model-type.ts';
export { toLinkTable, type LinkTable } from './schema/link-table.ts';
export { circularKeys } from './schema/circular-keys.ts';
export { toSchema } from './schema/to-schema.ts';
export type { ForeignKey, Schema, Table } from './schema/schema.ts';
export {
  makeMigration,
  type MadeMigration,
  type MigrationRequest,
} from './schema/make-migration.ts';
export type { Renames } from './schema/renames.ts';
export { findHeads } from './schema/find-heads.ts';
export { readMigrations, type MigrationFile } from './schema/read-migrations.ts';
export { requireStorable } from './entities/cycles.ts';
export {
  entitiesOf,
  entitiesUpTo,
  findNamed,
  isLoading,
  type EntityProject,
} from './entities/entity-project.ts';
export { guardedView, toGuardedProject, type GuardedProject } from './entities/guarded-project.ts';
export { toWords, type EntityWords } from './entities/entity-words.ts';
export { toModelView } from './entities/model-view.ts';
export { toFactoryView } from './entities/factory-view.ts';
export {
  toModelTestView,
  toRepositoryTestView,
  toSchemaTestView,
  toServiceTestView,
} from './entities/layer-test-views.ts';
export { toTestView } from './entities/test-view.ts';
export { toNestedView, toSchemaView } from './entities/schema-view.ts';
export { isSplit, requireNestable } from './entities/nested-read.ts';
export { toFieldTypeCasesView } from './entities/field-type-cases.ts';
export { fieldTypesOf, toFieldTypesView } from './entities/field-types.ts';
export {
  toEndpointView,
  toRefusalsView,
  toRepositoryView,
  toRoutesTestView,
  toServiceView,
} from './entities/layer-views.ts';
export {
  toColumnTypesView,
  toConflictsView,
  toRecordView,
  toSharedRepositoryView,
  toSharedSchemasView,
  toSharedServiceView,
} from './entities/shared-views.ts';
export { toDomainView } from './entities/domain-view.ts';
export { moduleOfService, toServiceAloneView } from './entities/service-alone-view.ts';
export { requireCreatable } from './entities/require-creatable.ts';
export { isMany, isWritable, loadedOf } from './entities/entity-project.ts';
export { classLine, pythonLine, signatureLine, tupleLine } from './entities/python-line.ts';
export { openScope, openTestScope, type PythonScope } from './entities/python-scope.ts';
export { bodyView } from './entities/request-body.ts';
export { createLine, updateLine } from './entities/request-lines.ts';
export { call, listCode } from './schema/python-code.ts';
