import type { Entity, Relation, Scalar } from '@hut/blueprint';
import { call } from '../schema/python-code.ts';
import { isMany, relationsOf, scalarsOf, targetOf, type EntityProject } from './entity-project.ts';
import { enumClassOf, toWords } from './entity-words.ts';
import { pythonLine, signatureLine } from './python-line.ts';
import { openTestScope, type PythonScope } from './python-scope.ts';
import { toSample } from './samples/sample.ts';

/** What the template of a factory prints. */
export function toFactoryView(project: EntityProject, entity: Entity): object {
  const scope = openTestScope([
    'numbers',
    'number',
    'record',
    'session',
    'values',
    factoryOf(entity),
  ]);
  const words = toWords(entity);
  const className = scope.use(`app.models.${words.module}`, entity.name);
  const signature = toSignature(entity, className, scope);
  const values = [...scalarLines(project, entity, scope), ...relationLines(project, entity, scope)];
  const isCounted = values.some((line) => /\bnumber\b/u.test(line));
  if (isCounted) scope.useModule('itertools');
  return { ...words, className, signature, values, isCounted, imports: scope.imports() };
}

/** The function that makes a record for a test: `create_article`. */
export function factoryOf(entity: Entity): string {
  return `create_${toWords(entity).module}`;
}

/** The relations without which there is no record. */
export function requiredOf(entity: Entity): readonly Relation[] {
  return relationsOf(entity).filter((relation) => !isMany(relation) && !relation.optional);
}

function toSignature(entity: Entity, className: string, scope: PythonScope): string {
  const session = scope.use('sqlalchemy.ext.asyncio', 'AsyncSession');
  const any = scope.use('typing', 'Any');
  const parameters = [`session: ${session}`, '/', `**values: ${any}`];
  const line = signatureLine(factoryOf(entity), parameters, className);
  const isLong = requiredOf(entity).length > MOST_BRANCHES;
  return isLong ? line.replace(/$/mu, '  # noqa: C901') : line;
}

/** A branch for each thing that it needs is simple however many they are; ruff counts ten in all. */
const MOST_BRANCHES = 9;

/** Whether a factory says nothing of a field: it has a default, and two records may have the same. */
export function isLeftToDefault(field: Scalar, { fields, unique }: Entity): boolean {
  if (field.default?.kind !== 'value') return field.default !== undefined;
  const isConstant = (name: string): boolean =>
    fields.some((other) => other.name === name && other.kind === 'scalar' && isSame(other));
  return !field.unique && !unique.some((set) => set[0] === field.name && set.every(isConstant));
}

function isSame({ default: given }: Scalar): boolean {
  return given?.kind === 'value';
}

function scalarLines(
  project: EntityProject,
  entity: Entity,
  scope: PythonScope,
): readonly string[] {
  return scalarsOf(entity)
    .filter((field) => !isLeftToDefault(field, entity))
    .map((field) => {
      const enumClass = enumClassOf(project, entity, field);
      const isEnum = field.type.name === 'enum';
      const module = `app.models.${toWords(entity).module}`;
      const known = isEnum ? scope.use(module, enumClass) : enumClass;
      const value = toSample(field, entity).stored({ scope, enumClass: known });
      return pythonLine('', call('values.setdefault', `"${field.name}"`, value), { indent: 4 });
    });
}

function relationLines(
  project: EntityProject,
  entity: Entity,
  scope: PythonScope,
): readonly string[] {
  return requiredOf(entity).flatMap((relation) => {
    const target = targetOf(project, relation);
    const factory = scope.use(`tests.factories.${toWords(target).module}`, factoryOf(target));
    return [
      `    if "${relation.name}" not in values:`,
      `        values["${relation.name}"] = await ${factory}(session)`,
    ];
  });
}
