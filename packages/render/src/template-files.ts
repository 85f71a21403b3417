import { HutError } from '@hut/errors';
import type { Assembled } from './assemble.ts';
import type { Contribution } from './kind.ts';
import { file, type ProjectFile } from './kinds/file.ts';

/** A compiled template: a view in, text out. Throws when it prints an undefined value. */
export type Template = (view: object) => string;

/** The templates of one generator, by path below its templates folder, without `.ejs`: `fastapi/all/app/main.py`. */
export type TemplateSet = Readonly<Record<string, Template>>;

interface TemplateFiles {
  /** The id of the generator, for people. */
  readonly generator: string;
  readonly templates: TemplateSet;
  /** Folder below the templates folder: `fastapi/all`. One folder is one condition. */
  readonly folder: string;
  /** What `@place` stands for: `{ schemas: 'app/schemas' }`. */
  readonly places: Readonly<Record<string, string>>;
  /** What `[name]` stands for: `{ entity: 'article' }`. */
  readonly names: Readonly<Record<string, string>>;
  /** What `[name]` stood for before a rename. */
  readonly oldNames?: Readonly<Record<string, string>> | undefined;
  /** Where earlier versions had a template, by where it is now: both below the folder. */
  readonly moved?: Readonly<Record<string, readonly string[]>>;
  /** What of hut.yaml the names are of. */
  readonly about?: string | undefined;
  readonly view: (assembled: Assembled) => object;
}

/**
 * A file for every template below a folder: the tree is the file list.
 * Throws HutError `template-path` for an unknown place or name, or a folder without templates.
 */
export function templateFiles(from: TemplateFiles): readonly Contribution<ProjectFile>[] {
  const prefix = `${from.folder}/`;
  const paths = Object.keys(from.templates).filter((path) => path.startsWith(prefix));
  if (paths.length === 0) throw badTemplatePath(from.folder, 'has no templates', from);
  const view = once(from.view);
  const about = from.about === undefined ? {} : { about: from.about };
  return paths.map((template) =>
    file({
      path: fillPath(template.slice(prefix.length), from),
      template,
      ...about,
      ...movedFrom(template.slice(prefix.length), from),
      render: (assembled) => from.templates[template]!(view(assembled)),
    }),
  );
}

/** The templates of a folder print one view. */
function once(view: TemplateFiles['view']): TemplateFiles['view'] {
  const made = new WeakMap<Assembled, object>();
  return (assembled) => {
    const known = made.get(assembled) ?? view(assembled);
    made.set(assembled, known);
    return known;
  };
}

function movedFrom(path: string, from: TemplateFiles): Pick<ProjectFile, 'movedFrom'> {
  const paths = [path, ...(from.moved?.[path] ?? [])];
  const namings = [...(from.oldNames === undefined ? [] : [from.oldNames]), from.names];
  const filled = paths.flatMap((one) => namings.map((names) => fillPath(one, { ...from, names })));
  const others = filled.filter((one) => one !== fillPath(path, from));
  return others.length === 0 ? {} : { movedFrom: others };
}

function fillPath(
  path: string,
  from: Pick<TemplateFiles, 'places' | 'names' | 'generator'>,
): string {
  const unknown = (what: string): never => {
    throw badTemplatePath(path, `has the unknown ${what}`, from);
  };
  return path
    .replace(/^@([a-z]+)/, (_, place: string) => from.places[place] ?? unknown(`place @${place}`))
    .replace(/\[([a-z]+)\]/g, (_, name: string) => from.names[name] ?? unknown(`name [${name}]`));
}

function badTemplatePath(
  path: string,
  problem: string,
  { generator }: Pick<TemplateFiles, 'generator'>,
): HutError {
  return new HutError({
    id: 'template-path',
    message: `The template path ${path} of ${generator} ${problem}`,
    hint: 'This is a mistake in the generator: tell its author.',
  });
}
