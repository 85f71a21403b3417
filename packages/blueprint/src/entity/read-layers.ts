import { LAYERS, type Layer } from './entity.ts';
import type { Path, Refuse } from '../mistake.ts';
import { readOption } from '../read-option.ts';

/** The value of `layers` in, one name or a list of them; out the layers that were asked for, lowest first. */
export function readLayers(value: unknown, path: Path, refuse: Refuse): readonly Layer[] {
  if (value === undefined || value === null) return ['model'];
  const list = typeof value === 'string' ? [value] : value;
  const read = readOption(list, { type: 'list', choices: LAYERS, default: [] }, path, refuse);
  const asked = Array.isArray(read) ? read : [];
  if (Array.isArray(list) && list.length === 0) {
    refuse(path, 'no layer is asked for', `Remove the key, or write one of: ${LAYERS.join(', ')}.`);
  }
  return LAYERS.filter((layer) => asked.includes(layer));
}
