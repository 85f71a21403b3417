/** Starting: the command itself, a new project, the same project again, and what others take for theirs. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { requireNest, requirePolepos } from './partners.mjs';

const quiet = ['--yes', '--no-install', '--no-git'];

/** The candidates of the race, in a folder of their own. */
export function startCandidates({ root, work, node, hut }) {
  execFileSync(node, [hut, 'build', join(work, 'rerun'), ...quiet]);
  const inWork = (name, command) => ({ name, command, cwd: work });
  return [
    inWork('node -e 0', [node, '-e', '0']),
    inWork('hut --version', [node, hut, '--version']),
    inWork('hut build', [node, hut, 'build', join(work, 'built-{run}'), ...quiet]),
    { name: 'hut build again', command: [node, hut, 'build', '--yes'], cwd: join(work, 'rerun') },
    inWork('yo hut', [...yo(root, work), 'hut', join(work, 'yo-{run}'), '--yes', '--skip-install']),
    inWork('nest new', [
      ...[requireNest(), 'new', 'nest{run}', '--skip-install', '--skip-git', '-p', 'npm'],
    ]),
    inWork('polepos start', [requirePolepos(), 'start', 'polepos{run}']),
  ];
}

/** `yo` as a user has it: this package beside it, found by NODE_PATH. As root, it would change its user. */
function yo(root, work) {
  const modules = join(work, 'modules');
  execFileSync('mkdir', ['-p', modules]);
  execFileSync('ln', ['-s', root, join(modules, 'generator-hut')]);
  process.env.NODE_PATH = modules;
  const program = join(root, 'node_modules', '.bin', 'yo');
  if (process.getuid() !== 0) return [program];
  execFileSync('chmod', ['-R', 'a+rwX', work]);
  const asOther = ['--reuid=1000', '--regid=1000', '--clear-groups', '/usr/bin/env'];
  return ['/usr/bin/setpriv', ...asOther, `HOME=${work}`, program];
}

/** What each budget is, measured and wanted. */
export function startBudgets(row) {
  const floor = row('node -e 0').min;
  const version = row('hut --version').min / floor;
  const build = row('hut build');
  const mib = Math.max(build.mib, row('hut build again').mib);
  const nest = build.min / row('nest new').min;
  return [
    ['hut --version', `${version.toFixed(2)} x node -e 0`, '<= 1.35 x', version <= 1.35],
    [
      'hut build',
      `node -e 0 + ${Math.round(build.min - floor)} ms`,
      '<= + 150 ms',
      build.min - floor <= 150,
    ],
    ['hut build', `${nest.toFixed(2)} x nest new`, '<= 0.35 x', nest <= 0.35],
    ['peak memory of hut', `${Math.round(mib)} MiB`, '<= 100 MB', mib * 1.048576 <= 100],
  ];
}
