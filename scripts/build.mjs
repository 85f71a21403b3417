/** Builds dist: the `hut` command (one CJS file), the doors for Yeoman and the public API (ESM). */
import { build } from 'esbuild';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildTypes } from './build-types.mjs';
import { lookupPlugin } from './lookup-plugin.mjs';
import { purePlugin } from './pure-plugin.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
/** The command alone, without the public API and its types: what `npm run hut` needs. */
const commandOnly = process.argv.includes('--command');
const kitEntry = { kit: 'packages/kit/src/public.ts' };
const publicEntries = {
  testing: 'bin/testing.ts',
  yeoman: 'bin/yeoman.ts',
};

/** What is bundled into a module and written for CommonJS calls `require`. */
const requireInModules =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  external: [
    'ejs',
    'inquirer',
    'mem-fs-editor',
    '@yeoman/conflicter',
    'yeoman-generator',
    'yeoman-environment',
    'yeoman-test',
  ],
  legalComments: 'none',
};

const plugins = [lookupPlugin(root, await loadTemplateSource()), purePlugin];
rmSync(dist, { recursive: true, force: true });
const commonJs = {
  ...shared,
  plugins,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  outdir: dist,
  minifyWhitespace: true,
  minifySyntax: true,
  // A third of what is read and compiled at each start.
  minifyIdentifiers: true,
};
await build({ ...commonJs, entryPoints: { command: 'bin/command.ts' } });
// In a file of its own, so that `hut --version` need not read the command.
await build({ ...commonJs, entryPoints: { hut: 'bin/hut.ts' } });
if (!commandOnly) {
  const modules = {
    ...shared,
    plugins,
    format: 'esm',
    banner: { js: requireInModules },
    outdir: dist,
  };
  await build({
    ...modules,
    splitting: true,
    chunkNames: 'chunks/[hash]',
    entryPoints: { ...findDoors(), ...publicEntries },
  });
  // By itself: each command in a project with packages of generators loads it, and needs nothing that others share.
  await build({ ...modules, entryPoints: kitEntry });
  const workspaces = readdirSync(join(root, 'packages'));
  await buildTypes({ ...kitEntry, ...publicEntries }, dist, workspaces);
}

/**
 * The doors for Yeoman, where its lookup finds them, dist/generators/<id>/index.js: of each generator, and of the
 * commands that it declares.
 */
function findDoors() {
  const isDoor = /^(?:[^/]+|[^/]+\/commands\/[^/]+)\/index\.ts$/u;
  const doors = readdirSync(join(root, 'generators'), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isDoor.test(path))
    .map((path) => [`generators/${basename(dirname(path))}/index`, `generators/${path}`]);
  return Object.fromEntries(doors);
}

/** The template compiler of packages/render: TypeScript, so it is built before it can build. */
async function loadTemplateSource() {
  const outfile = join(root, '.cache', 'compile-template.mjs');
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    ...shared,
    external: ['ejs'],
    format: 'esm',
    entryPoints: ['packages/render/src/compile-template.ts'],
    outfile,
  });
  const { templateSource } = await import(pathToFileURL(outfile).href);
  return templateSource;
}
