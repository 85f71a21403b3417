import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/**
 * One declaration file for each public entry, with the types of our workspaces inside it. They are resolved to
 * their folders: through node_modules each of their files would be compiled as a program of its own.
 */
export async function buildTypes(entries, dist, workspaces) {
  const paths = Object.fromEntries(workspaces.flatMap(toPaths));
  for (const [name, input] of Object.entries(entries)) {
    const bundle = await rollup({
      input,
      external: (id) => !/^[./]|^@hut\//.test(id),
      plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { paths } })],
    });
    await bundle.write({ file: `${dist}/${name}.d.ts` });
  }
}

/** What a workspace exports, by the name that others import: `@hut/kit`, `@hut/kit/yeoman`. */
function toPaths(workspace) {
  const folder = resolve('packages', workspace);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries = typeof exports === 'string' ? [['.', exports]] : Object.entries(exports);
  return entries.map(([name, file]) => [posix.join('@hut', workspace, name), [join(folder, file)]]);
}
