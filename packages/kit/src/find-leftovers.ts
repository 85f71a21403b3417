import { pascalCase } from '@hut/blueprint';
import { wordPattern, type Change } from '@hut/reconcile';
import { entityWords, type Renames } from './renames.ts';
import { textAfter } from './to-file-writes.ts';
import type { Workspace } from './workspace.ts';

/** A line of the user's own that still says an old name, or that of a module that goes. */
export interface Leftover {
  readonly path: string;
  readonly line: number;
  readonly name: string;
}

interface Looking {
  readonly renames: Renames;
  readonly workspace: Workspace;
  readonly changes: readonly Change[];
  readonly next: ReadonlyMap<string, string>;
}

/** A name that is gone, and the words that a file must say one of for the name to be meant in it. */
interface OldName {
  readonly name: string;
  readonly pattern: RegExp;
  readonly within: readonly RegExp[];
}

/** Lines that we did not render and that still say a name which the command changes or takes away, by path. */
export function findLeftovers({ renames, workspace, changes, next }: Looking): readonly Leftover[] {
  const names = [...toOldNames(renames), ...toGoneModules(changes)];
  if (names.length === 0) return [];
  const texts = textsAfter({ workspace, changes, next });
  return [...texts].flatMap(([path, text]) => leftoversIn(path, text, next.get(path) ?? '', names));
}

function toOldNames({ entities, fields }: Renames): readonly OldName[] {
  const ofEntities = entities.flatMap(({ from }) => entityWords(from).map((name) => word(name)));
  const ofFields = fields.flatMap(({ entity, from }) => [
    word(from, entityWords(entity)),
    word(`${entity}${pascalCase(from)}`),
  ]);
  return [...ofEntities, ...ofFields];
}

function word(name: string, within: readonly string[] = []): OldName {
  return {
    name,
    pattern: wordPattern(name),
    within: within.map((one) => wordPattern(one)),
  };
}

/** A module that goes is imported by its path; one that a person keeps does not go. */
function toGoneModules(changes: readonly Change[]): readonly OldName[] {
  return changes
    .filter(({ action, path }) => action === 'delete' && isModule.test(path))
    .map(({ path }) => path.replace(isModule, '').replaceAll('/', '.'))
    .map((name) => ({ name, pattern: modulePattern(name), within: [] }));
}

/** A folder without its `__init__.py` may go on as a package. */
const isModule = /(?<!\/__init__)\.py$/u;

function modulePattern(name: string): RegExp {
  return new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?!\\w)`, 'u');
}

/** The files of the user's project as the command leaves them: those of the folders that we render into. */
function textsAfter({
  workspace,
  changes,
  next,
}: Omit<Looking, 'renames'>): ReadonlyMap<string, string> {
  const folders = new Set([...next.keys()].map((path) => path.split('/')[0]!));
  const found = [...folders]
    .flatMap((folder) => (next.has(folder) ? [folder] : workspace.list(folder)))
    // Migrations tell what was, and each is right about its time.
    .filter((path) => !path.startsWith('migrations/versions/'));
  const gone = new Set(
    changes.flatMap(({ action, path, movedFrom }) => [
      ...(action === 'delete' ? [path] : []),
      ...(movedFrom === undefined ? [] : [movedFrom]),
    ]),
  );
  const written = changes.flatMap((change) => {
    const text = textAfter({ change, answer: null });
    return typeof text === 'string' ? [[change.path, text] as const] : [];
  });
  const onDisk = found.flatMap((path) => {
    const text = workspace.read(path)?.text;
    return typeof text === 'string' && !gone.has(path) ? [[path, text] as const] : [];
  });
  return new Map([...onDisk, ...written].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function leftoversIn(
  path: string,
  text: string,
  rendered: string,
  names: readonly OldName[],
): readonly Leftover[] {
  const ours = new Set(rendered.split('\n'));
  const meant = names.filter(
    ({ pattern, within }) =>
      pattern.test(text) && (within.length === 0 || within.some((one) => one.test(text))),
  );
  return text.split('\n').flatMap((content, index) => {
    if (ours.has(content)) return [];
    const said = meant.find(({ pattern }) => pattern.test(content));
    return said === undefined ? [] : [{ path, line: index + 1, name: said.name }];
  });
}
