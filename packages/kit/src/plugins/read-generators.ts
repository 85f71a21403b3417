import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HutError } from '@hut/errors';
import type { TemplateSet } from '@hut/render';
import { compileTemplate } from '@hut/render/compile';
import type { Definition } from '../define-generator.ts';
import { blameFailures } from './blame-failures.ts';
import { isPlugin, readPackage, type PluginPackage } from './plugin-package.ts';
import { withCommands, type Found, type Lookup } from '../lookup.ts';

/**
 * The generators of a package, found by their folders: `<id>/<id>.js` (or `.ts`, where that is run) exports the
 * definition as `generator`, `<id>/templates` holds its templates; a folder without such a file is none. A package
 * exports them as `lookup`: `export const lookup = await readGenerators(new URL('./generators/', import.meta.url))`.
 * Throws HutError `plugin-package` for a file that exports no definition of that id.
 */
export async function readGenerators(folder: URL): Promise<Lookup> {
  const root = fileURLToPath(folder);
  const one = findPackageOf(root);
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders
    .map(({ name }) => name)
    .sort()
    .flatMap((id) => {
      const files = ['js', 'ts'].map((extension) => join(root, id, `${id}.${extension}`));
      const path = files.find((file) => existsSync(file));
      return path === undefined ? [] : [readGenerator(id, path)];
    });
  const lookup = withCommands(await Promise.all(found));
  return one === undefined ? lookup : lookup.map((each) => blameFailures(each, one));
}

/** The package that a folder is part of, where that is one of generators of other people. */
function findPackageOf(folder: string): PluginPackage | undefined {
  const parent = dirname(folder);
  if (!existsSync(join(folder, 'package.json')))
    return parent === folder ? undefined : findPackageOf(parent);
  return isPlugin(folder) ? readPackage(folder) : undefined;
}

async function readGenerator(id: string, path: string): Promise<Found> {
  const { generator } = (await import(pathToFileURL(path).href)) as { generator?: Definition };
  if (generator?.id === id)
    return { definition: generator, templates: readTemplates(join(dirname(path), 'templates')) };
  throw new HutError({
    id: 'plugin-package',
    message: `${path} exports no "generator" with the id ${id}`,
    hint: 'export const generator = defineGenerator({ id, ... }), named as its folder.',
  });
}

function readTemplates(folder: string): TemplateSet {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ejs'),
  );
  return Object.fromEntries(
    paths.sort().map((path) => {
      const name = path.replaceAll('\\', '/').replace(/\.ejs$/, '');
      return [name, compiledLate(join(folder, path), name)];
    }),
  );
}

/** Compiled when it is printed first: most commands print few of them. */
function compiledLate(file: string, name: string): TemplateSet[string] {
  let template: TemplateSet[string] | undefined;
  return (view) => {
    template ??= compileTemplate(readFileSync(file, 'utf8'), name);
    return template(view);
  };
}
