import { parseField, toFieldValue, type Field, type Splice } from '@hut/blueprint';
import { askedEntity, entityArgument, requireField, type Verb } from '@hut/kit';

/** `hut change field Article.title string:200:index`: the new type and modifiers, all of them. */
export const changeField: Verb = {
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'field', doc: 'A field of it' },
    { name: 'type', doc: 'Its new type and modifiers, as in string:200:index' },
  ],
  amend: (asked) => {
    const entity = askedEntity(asked);
    const [, name, type] = asked.args;
    if (name === undefined) return [];
    const field = requireField(entity, name);
    if (type === undefined) return [];
    const names = asked.blueprint.entities.map((other) => other.name);
    const changed = parseField(`${name}:${type}`, { entity: entity.name, entities: names });
    return [toSplice(['entities', entity.name, 'fields', name], field, changed)];
  },
};

/** A description stays, and a rename on its way goes on. */
function toSplice(path: readonly string[], { description, was }: Field, changed: Field): Splice {
  const kept = {
    ...(description === undefined ? {} : { description }),
    ...(was === undefined ? {} : { was }),
  };
  return { set: path, value: toFieldValue({ ...kept, ...changed }) };
}
