import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Replaces generators/lookup.ts in the bundle: the same generators, imported one by one, their templates
 * compiled to functions, so that no folder is read and no EJS is loaded at run time.
 */
export function lookupPlugin(root, templateSource) {
  return {
    name: 'lookup',
    setup(build) {
      build.onLoad({ filter: /[\\/]generators[\\/]lookup\.ts$/ }, () => ({
        contents: toModule(join(root, 'generators'), templateSource),
        resolveDir: join(root, 'generators'),
        loader: 'js',
      }));
    },
  };
}

function toModule(generators, templateSource) {
  const ids = readdirSync(generators, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const imports = ids.map(
    (id, index) => `import { generator as generator${index} } from './${id}/${id}.ts';`,
  );
  const found = ids.map(
    (id, index) =>
      `{ definition: generator${index}, templates: {\n${toTemplates(join(generators, id, 'templates'), templateSource)}\n} }`,
  );
  return `import { withCommands } from '@hut/kit';
${imports.join('\n')}\nexport const lookup = withCommands([\n${found.join(',\n')}\n]);\n`;
}

function toTemplates(folder, templateSource) {
  if (!existsSync(folder)) return '';
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ejs'),
  );
  return paths
    .sort()
    .map((path) => {
      const name = path.replaceAll('\\', '/').replace(/\.ejs$/, '');
      const source = templateSource(readFileSync(join(folder, path), 'utf8'), name);
      return `${JSON.stringify(name)}: (view) => {\n${source}\n}`;
    })
    .join(',\n');
}
