import { resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/**
 * One declaration file for each public entry, with the types of our workspaces inside it. They are resolved to
 * their folders: through node_modules each of their files would be compiled as a program of its own.
 */
export async function buildTypes(entries, dist, workspaces) {
  const paths = Object.fromEntries(
    workspaces.map((name) => [`@hut/${name}`, [resolve('packages', name, 'src', `${name}.ts`)]]),
  );
  for (const [name, input] of Object.entries(entries)) {
    const bundle = await rollup({
      input,
      external: (id) => !/^[./]|^@hut\//.test(id),
      plugins: [dts({ tsconfig: 'tsconfig.json', compilerOptions: { paths } })],
    });
    await bundle.write({ file: `${dist}/${name}.d.ts` });
  }
}
