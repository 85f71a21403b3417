export type { Blueprint, FeatureOptions, OptionValue } from './shape.ts';
export type { FeatureSchema, OptionRule } from './rule.ts';
export type { Field, FieldDefault, Relation, Scalar, ScalarType } from './field/field.ts';
export {
  hasLayer,
  LAYERS,
  type Access,
  type EndpointOptions,
  type Entity,
  type Layer,
} from './entity/entity.ts';
export { PYTHON_VERSIONS } from './python-versions.ts';
export { parseBlueprint, type ParseContext } from './parse-blueprint.ts';
export { formatSteps, type FormatStep } from './format/format-step.ts';
export { migrateFormat } from './format/migrate-format.ts';
export { fillBlueprint, type FillDefaults } from './fill-blueprint.ts';
export { printBlueprint, type FirstBlueprint } from './print-blueprint.ts';
export { toHintSplices } from './splice/drop-hints.ts';
export { spliceBlueprint } from './splice/splice-blueprint.ts';
export type { Splice } from './splice/splice.ts';
export { writtenValue } from './written-value.ts';
export { blueprintSchema } from './blueprint-schema.ts';
export { parseField } from './field/parse-field.ts';
export {
  readField,
  type FieldContext,
  type FieldMapping,
  type FieldValue,
} from './field/read-field.ts';
export { printField, toFieldValue } from './field/print-field.ts';
export type { Brought } from './entity/brought.ts';
export { toEntityValue } from './entity/to-entity-value.ts';
export { keyNameOf } from './entity/field-rules.ts';
export { SCALAR_TYPES, type ScalarTypeName } from './field/scalar-types.ts';
export { camelCase, kebabCase, pascalCase, snakeCase, wordsOf } from './names/words.ts';
export { pluralOf, singularOf } from './names/inflection.ts';
export { classNameOf, findEntity, tableNameOf } from './names/entity-names.ts';
export {
  refuseEntityName,
  refuseFieldName,
  refusePlural,
  type NameRefusal,
} from './names/name-rules.ts';
export { isProjectName, PROJECT_NAME_RULE, suggestProjectName } from './names/project-name.ts';
export { PYTHON_KEYWORDS } from './names/reserved-words.ts';
export { enumLength, TEXT_LENGTHS } from './field/key-bytes.ts';
