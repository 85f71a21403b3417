/**
 * CommonJS packages that only define things, and do not say so themselves: what uses nothing of them is bundled without
 * them. A package of generators imports the kit alone, and would load them for nothing.
 */
const pure = ['yaml', 'pluralize', 'fastest-levenshtein'];

/** Marks those packages for esbuild. */
export const purePlugin = {
  name: 'pure',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${pure.join('|')})$`) }, async (args) => {
      if (args.pluginData === purePlugin) return undefined;
      const { path, importer, resolveDir, kind } = args;
      const found = await build.resolve(path, {
        importer,
        resolveDir,
        kind,
        pluginData: purePlugin,
      });
      return { ...found, sideEffects: false };
    });
  },
};
