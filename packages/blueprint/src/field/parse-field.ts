import { placeFieldError } from './field-error.ts';
import type { Field } from './field.ts';
import { readField, type FieldContext } from './read-field.ts';

/**
 * A field as it is typed, `name[:type][:modifier]...`, in; the Field out. The context makes messages better.
 * Throws HutError (id `field`, exit 3) with the right spelling.
 */
export function parseField(text: string, around: FieldContext = {}): Field {
  const { entity } = around;
  const colon = text.indexOf(':');
  const name = colon === -1 ? text : text.slice(0, colon);
  const type = colon === -1 ? null : text.slice(colon + 1) || ':';
  try {
    return readField(name, type, around);
  } catch (error) {
    const place = entity === undefined ? name : `${entity}.${name}`;
    throw placeFieldError(error, place);
  }
}
