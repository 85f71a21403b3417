import { defineGenerator, setOptions } from '@hut/kit';
import { addFields } from './add-fields.ts';
import { changeField } from './change-field.ts';
import { removeFields } from './remove-fields.ts';
import { renameField } from './rename-field.ts';

/** The fields of an entity that is there. */
export const generator = defineGenerator({
  id: 'field',
  summary: 'Fields of an entity',
  options: { ...setOptions },
  ...addFields,
  verbs: { remove: removeFields, change: changeField, rename: renameField },
});
