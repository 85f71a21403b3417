import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** One declaration file for each public entry, with the types of our workspaces inside it. */
export async function buildTypes(entries, dist, workspaces) {
  for (const [name, input] of Object.entries(entries)) {
    const bundle = await rollup({
      input,
      external: (id) => !/^[./]|^@hut\//.test(id),
      plugins: [dts({ tsconfig: 'tsconfig.json', includeExternal: workspaces })],
    });
    await bundle.write({ file: `${dist}/${name}.d.ts` });
  }
}
