import { toFieldValue } from '@hut/blueprint';
import { askedEntity, entityArgument, parseFields, toSetSplices, type Verb } from '@hut/kit';

/** `hut add field Article subtitle:string:optional`: in the order of the words, behind the fields that are there. */
export const addFields: Verb = {
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'fields', doc: 'A field, as in subtitle:string:optional', many: true },
  ],
  amend: (asked) => {
    const { args, values, blueprint } = asked;
    const entity = askedEntity(asked);
    const fields = parseFields(args.slice(1), entity, blueprint);
    return [
      ...fields.map((field) => ({
        set: ['entities', entity.name, 'fields', field.name],
        value: toFieldValue(field),
      })),
      ...toSetSplices(entity, values),
    ];
  },
};
