/** The longest name: it becomes a folder, a package and a prefix of containers. */
const LONGEST = 64;
const NAME = /^[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/u;

/** The same rule as the text of a regular expression. */
export const PROJECT_NAME = NAME.source;

/** What a project may be called, in words. */
export const PROJECT_NAME_RULE =
  'A project name has letters, digits, - and _, starts with a letter and ends with a letter or digit.';

/** Whether PyPI and a folder both take this name. */
export function isProjectName(name: string): boolean {
  return NAME.test(name) && name.length <= LONGEST;
}

/** The nearest name that is allowed (`My Shop` becomes `my-shop`), or undefined when nothing is left of it. */
export function suggestProjectName(name: string): string | undefined {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const dashed = plain.replace(/[^a-z0-9_]+/gu, '-').replace(/^[^a-z]+/u, '');
  const suggestion = dashed.slice(0, LONGEST).replace(/[-_]+$/u, '');
  return isProjectName(suggestion) ? suggestion : undefined;
}

/** Two names are one to package indexes when these are equal. */
export function normalProjectName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/gu, '-');
}
