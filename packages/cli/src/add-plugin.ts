import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPlugin, readPins, storeFolder } from '@hut/kit';
import { shellText } from '@hut/render';
import { isAsking } from './carry-out.ts';
import { changePins } from './change-pins.ts';
import { finishGrowth } from './finish-growth.ts';
import type { GlobalOptions } from './global-options.ts';
import { isDryRun } from './is-dry-run.ts';
import { openProject, type OpenProject } from './open-project.ts';
import type { Shell } from './shell.ts';
import { tellBy } from './tell-by.ts';
import { loadInto } from './with-plugins.ts';

interface Adding {
  readonly open: OpenProject;
  /** The package as npm takes it. */
  readonly spec: string;
  readonly options: GlobalOptions;
}

/**
 * `hut plugin add <package>`: npm puts it into the store of this user, and hut.yaml names it. What shows and does not
 * write has a store of its own, which goes away. Returns the exit code; throws HutError.
 */
export async function addPlugin(
  outside: Shell,
  spec: string,
  options: GlobalOptions,
): Promise<number> {
  const open = openProject(outside, options);
  tellBy(open.shell)(`npm fetches ${spec}`);
  const adding = { open, spec, options };
  if (!isDryRun(options) && open.shell.gate === undefined) return addFrom(adding);
  const temporary = mkdtempSync(join(tmpdir(), 'hut-store-'));
  try {
    return await addFrom(adding, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function addFrom({ open, spec, options }: Adding, temporary?: string): Promise<number> {
  const { installation, cwd } = open.shell;
  const { name, version } = await installPlugin({
    spec,
    cwd,
    installation,
    store: temporary ?? storeFolder(),
  });
  const shell = await loadInto(
    open.shell,
    { ...readPins(open.hutYaml), [name]: version },
    { from: open.root, isAsking: isAsking(open.shell, options), temporary },
  );
  const executed = await changePins({ ...open, shell }, options, {
    command: `hut plugin add ${shellText(`${name}@${version}`)}`,
    splice: { set: ['plugins', name], value: version },
  });
  // A plan was applied.
  if (temporary !== undefined && executed.report.written)
    await installPlugin({ spec, cwd, installation, store: storeFolder() });
  return finishGrowth({ shell, options, executed, repeat: null });
}
