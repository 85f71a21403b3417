export type { Blueprint, FeatureOptions, OptionValue } from './shape.ts';
export type { FeatureSchema, OptionRule } from './rule.ts';
export type { Field, FieldDefault, Relation, Scalar, ScalarType } from './field.ts';
export {
  hasLayer,
  LAYERS,
  type Access,
  type EndpointOptions,
  type Entity,
  type Layer,
} from './entity.ts';
export { parseBlueprint, type ParseContext } from './parse-blueprint.ts';
export { fillBlueprint, type FillDefaults } from './fill-blueprint.ts';
export { printBlueprint, type FirstBlueprint } from './print-blueprint.ts';
export { spliceBlueprint } from './splice-blueprint.ts';
export type { Splice } from './splice.ts';
export { blueprintSchema } from './blueprint-schema.ts';
export { parseField } from './parse-field.ts';
export { readField, type FieldContext, type FieldMapping, type FieldValue } from './read-field.ts';
export { printField, toFieldValue } from './print-field.ts';
export { toEntityValue } from './to-entity-value.ts';
export { keyNameOf } from './field-rules.ts';
export { SCALAR_TYPES, type ScalarTypeName } from './scalar-types.ts';
export { camelCase, kebabCase, pascalCase, snakeCase, wordsOf } from './words.ts';
export { pluralOf, singularOf } from './inflection.ts';
export { classNameOf, findEntity, tableNameOf } from './entity-names.ts';
export { refuseEntityName, refuseFieldName, refusePlural, type NameRefusal } from './name-rules.ts';
export { isProjectName, PROJECT_NAME_RULE, suggestProjectName } from './project-name.ts';
