/**
 * Every generator of this package, found by its folder: `<id>/<id>.ts` exports the definition as `generator`,
 * `<id>/templates` holds its templates. The build replaces this module by one that imports the same,
 * with the templates compiled (scripts/lookup-plugin.mjs).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withCommands, type Definition, type Lookup } from '@hut/kit';
import type { TemplateSet } from '@hut/render';
import { compileTemplate } from '@hut/render/compile';

const root = dirname(fileURLToPath(import.meta.url));

const ids = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The generators of this package, by id, each followed by the commands that it declares. */
export const lookup: Lookup = withCommands(
  await Promise.all(
    ids.map(async (id) => {
      const { generator } = (await import(`./${id}/${id}.ts`)) as { generator: Definition };
      return { definition: generator, templates: readTemplates(join(root, id, 'templates')) };
    }),
  ),
);

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

/** A template that is compiled when it is printed first: most specs print few of them. */
function compiledLate(file: string, name: string): TemplateSet[string] {
  let template: TemplateSet[string] | undefined;
  return (view) => {
    template ??= compileTemplate(readFileSync(file, 'utf8'), name);
    return template(view);
  };
}
