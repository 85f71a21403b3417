import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runTool } from './run-tool.mjs';

const imports = 'from app.core.configurable import Configurable, asgi_engines, event_loops\n';

/** What the scheduler brings into the settings: a field, and above the class the import of what it names. */
const scheduler = {
  test: (text) => {
    const [imported, body] = text.split('class Settings');
    return imported.includes('timezones') && body.includes('SCHEDULER_TIMEZONE');
  },
};

/** The same edits in the settings of its own template, which its scheduler adds an import and a field to. */
const edits = {
  wiring: 'app/core/config.py',
  next: scheduler,
  far: ['    # Project identity\n', '    # Ours.\n    # Project identity\n'],
  neighbour: [imports, `${imports}# Ours.\n`],
  mine: /# Ours\./,
  untouched: '.pre-commit-config.yaml',
  touched: 'docs/health.md',
  same: {
    path: 'app/core/config.py',
    from: imports,
    to: imports.replace('\n', '  # Ours.\n'),
    tree: 'article',
    next: scheduler,
  },
  owned: 'app/components/scheduler/main.py',
};

/** aegis-stack, with its own template, which it fetches from GitHub; `article` is its scheduler. */
export function openAegis({ work }) {
  const home = join(work, 'aegis');
  mustRun(['uv', 'venv', '-q', join(home, 'venv')], work);
  mustRun(['uv', 'pip', 'install', '-q', '--python', join(home, 'venv'), 'aegis-stack'], work);
  const aegis = join(home, 'venv', 'bin', 'aegis');
  const first = join(home, 'first');
  const version = mustRun([aegis, 'version'], work).said.match(/\d+\.\d+\.\d+/)[0];
  mustRun([aegis, 'init', 'first', '-ni', '-y', '--python-version', '3.11'], home);
  const change = (tree) => [aegis, tree === 'none' ? 'remove' : 'add', 'scheduler', '-y'];
  return {
    title: `aegis-stack ${version}`,
    edits,
    // It takes half a minute: once is enough.
    create: (folder) => cpSync(first, folder, { recursive: true, verbatimSymlinks: true }),
    change: (folder, tree) => runTool(change(tree), folder),
    changeCommand: change,
    kills: 5,
    loseBase: (folder) => rmSync(join(folder, '.copier-answers.yml')),
    // Lock files and caches are made by other tools.
    ignored: /^(\.git|\.venv|\.ruff_cache)\/|^(\.copier-answers\.yml|uv\.lock)$|__pycache__/,
  };
}
