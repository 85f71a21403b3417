import { isPlainMap } from '../plain/plain-map.ts';
import { byText } from '../plain/by-text.ts';
import type { Path } from '../mistake.ts';
import { pathOf, type Splice } from './splice.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the data of a hut.yaml must be after a splice: the law that each edit of the text is checked by. */
export function applySplice(data: Data, splice: Splice): Data {
  return editAt(data, pathOf(splice), (parent, key) => editKey(parent, key, splice));
}

/** Where a new item goes in a list: before the first greater one, else at the end. */
export function placeInList(items: readonly string[], item: string): number {
  const index = items.findIndex((other) => byText(item, other) < 0);
  return index === -1 ? items.length : index;
}

function editAt(data: Data, path: Path, edit: (parent: Data, key: string) => Data): Data {
  const [key, ...rest] = path;
  if (key === undefined) return data;
  if (rest.length === 0) return edit(data, key);
  const child = Object.hasOwn(data, key) ? data[key] : undefined;
  const inner = isPlainMap(child) ? child : {};
  const edited = editAt(inner, rest, edit);
  return edited === inner ? data : withKey(data, key, edited);
}

function editKey(parent: Data, key: string, splice: Splice): Data {
  if ('set' in splice) return withKey(parent, key, splice.value);
  if ('remove' in splice) return withoutKey(parent, key);
  if ('rename' in splice) return renameKey(parent, key, splice.to);
  const items = Object.hasOwn(parent, key) ? parent[key] : undefined;
  const list = Array.isArray(items) ? items.map(String) : [];
  if (list.includes(splice.item) === 'add' in splice) return parent;
  if ('drop' in splice)
    return withKey(
      parent,
      key,
      list.filter((item) => item !== splice.item),
    );
  return withKey(parent, key, list.toSpliced(placeInList(list, splice.item), 0, splice.item));
}

function withKey(parent: Data, key: string, value: unknown): Data {
  return Object.fromEntries([
    ...Object.entries(parent).filter(([other]) => other !== key),
    [key, value],
  ]);
}

function withoutKey(parent: Data, key: string): Data {
  if (!Object.hasOwn(parent, key)) return parent;
  return Object.fromEntries(Object.entries(parent).filter(([other]) => other !== key));
}

function renameKey(parent: Data, key: string, to: string): Data {
  if (!Object.hasOwn(parent, key)) return parent;
  return Object.fromEntries(
    Object.entries(parent).map(([other, value]) => [other === key ? to : other, value]),
  );
}
