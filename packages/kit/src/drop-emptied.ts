import { spliceBlueprint, writtenValue, type Entity } from '@hut/blueprint';

/**
 * The text of a hut.yaml without the entries that a command emptied: an entity that comes along needs none that says
 * nothing of it. What was empty before is a person's, and stays.
 */
export function dropEmptied(after: string, before: string, entities: readonly Entity[]): string {
  // Each look at an entry reads all of the text, and most commands take nothing out.
  if (after === before) return after;
  const brought = entities.filter(({ broughtBy }) => broughtBy !== undefined);
  return brought.reduce((now, { name }) => dropEntry(now, name, before), after);
}

function dropEntry(after: string, name: string, before: string): string {
  const paths = [
    ['entities', name, 'fields'],
    ['entities', name],
  ];
  return paths.reduce((now, path) => {
    const isLeft = isEmpty(writtenValue(now, path)) && !isEmpty(writtenValue(before, path));
    return isLeft ? spliceBlueprint(now, [{ remove: path }]) : now;
  }, after);
}

function isEmpty(value: unknown): boolean {
  return JSON.stringify(value) === '{}';
}
