import { pascalCase } from '@hut/blueprint';
import { wordPattern, type Change } from '@hut/reconcile';
import { entityWords, type Renames } from './renames.ts';
import { textAfter } from './to-file-writes.ts';
import type { Workspace } from './workspace.ts';

/** A line of the user's own that still says an old name. */
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
  readonly within: readonly string[];
}

/** Lines that we did not render and that still say a name which the command changes, by path. */
export function findLeftovers({ renames, workspace, changes, next }: Looking): readonly Leftover[] {
  const names = toOldNames(renames);
  if (names.length === 0) return [];
  const texts = textsAfter({ workspace, changes, next });
  return [...texts].flatMap(([path, text]) => leftoversIn(path, text, next.get(path) ?? '', names));
}

function toOldNames({ entities, fields }: Renames): readonly OldName[] {
  const ofEntities = entities.flatMap(({ from }) =>
    entityWords(from).map((name) => ({ name, within: [] as readonly string[] })),
  );
  const ofFields = fields.flatMap(({ entity, from }) => [
    { name: from, within: entityWords(entity) },
    { name: `${entity}${pascalCase(from)}`, within: [] },
  ]);
  return [...ofEntities, ...ofFields];
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
  const gone = new Set(changes.flatMap(({ movedFrom }) => movedFrom ?? []));
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
    ({ within }) => within.length === 0 || within.some((word) => says(text, word)),
  );
  return text.split('\n').flatMap((content, index) => {
    if (ours.has(content)) return [];
    const said = meant.find(({ name }) => says(content, name));
    return said === undefined ? [] : [{ path, line: index + 1, name: said.name }];
  });
}

function says(text: string, word: string): boolean {
  return wordPattern(word).test(text);
}
