import { hasLayer } from '@hut/blueprint';
import { symbol, type CodeSymbol } from '@hut/render';
import { entitiesOf, type EntityProject } from './entity-project.ts';
import { openScope } from './python-scope.ts';
import { askedId } from './request-lines.ts';
import { schemaLines } from './schema-view.ts';

/** Types of requests that are said in a line. */
const ALIASES: Readonly<Record<string, string>> = {
  Id: 'Id = Annotated[int, Field(ge=1, le=2**31 - 1)]',
  Int32: 'Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1)]',
  Int64: 'Int64 = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]',
  Text: '# Not every database has a place for the character NUL.\nText = Annotated[str, Field(pattern=r"^[^\\x00]*$")]',
  Slug: 'Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]',
  Email:
    '# In one spelling, because some databases take no notice of case.\nEmail = Annotated[EmailStr, AfterValidator(str.lower)]',
};

const pydantic = (...names: readonly string[]) => names.map((name) => symbol('pydantic', name));

/** What the code of each type imports, besides Annotated. */
const IMPORTS: Readonly<Record<string, readonly CodeSymbol[]>> = {
  Id: pydantic('Field'),
  Int32: pydantic('Field'),
  Int64: pydantic('Field'),
  Text: pydantic('Field'),
  Slug: pydantic('Field'),
  Email: pydantic('AfterValidator', 'EmailStr'),
  Url: pydantic('AfterValidator', 'AnyHttpUrl', 'Field', 'TypeAdapter'),
  Moment: pydantic('AfterValidator', 'AwareDatetime'),
  TimeOfDay: pydantic('AfterValidator'),
  Json: pydantic('AfterValidator', 'JsonValue', 'TypeAdapter'),
  Base64: pydantic('BeforeValidator', 'PlainSerializer', 'WithJsonSchema'),
};

const MODULES: Readonly<Record<string, readonly string[]>> = {
  Moment: ['datetime'],
  TimeOfDay: ['datetime'],
  Json: ['json'],
  Base64: ['base64', 'binascii'],
};

/** The types of requests that the entities of a project use, by name. */
export function fieldTypesOf(project: EntityProject): ReadonlySet<string> {
  const scope = openScope([]);
  for (const entity of entitiesOf(project, 'schema')) {
    schemaLines({ project, entity, scope });
    if (hasLayer(entity, 'endpoint')) askedId({ project, scope });
  }
  const used = scope.usedOf('app.core.fields');
  return new Set(used.map((name) => (name === 'Base64Out' ? 'Base64' : name)));
}

/** What the template of these types prints. */
export function toFieldTypesView(types: ReadonlySet<string>): object {
  const scope = openScope([]);
  scope.use('typing', 'Annotated');
  if (types.has('Base64') || types.has('Json')) scope.use('typing', 'Any');
  for (const type of types) {
    for (const { module, name } of IMPORTS[type]!) scope.use(module, name);
    for (const module of MODULES[type] ?? [])
      scope.useModule(module, module === 'datetime' ? 'dt' : module);
  }
  const aliases = Object.keys(ALIASES)
    .filter((name) => types.has(name))
    .map((name) => ALIASES[name]!);
  return {
    imports: scope.imports(),
    aliases: aliases.length === 0 ? [] : [aliases.join('\n')],
    hasUrls: types.has('Url'),
    hasMoments: types.has('Moment'),
    hasTimes: types.has('TimeOfDay'),
    hasJson: types.has('Json'),
    hasBytes: types.has('Base64'),
  };
}
