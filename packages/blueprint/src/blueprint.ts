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
export { isProjectName, PROJECT_NAME_RULE, suggestProjectName } from './project-name.ts';
