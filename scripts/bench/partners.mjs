/** Tools that others measure themselves by, installed once into `.cache/partners`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'partners');
const versions = { nest: '@nestjs/cli@11', polepos: 'poleposition==0.0.46' };

/** The program `nest`; installed when it is missing. */
export function requireNest() {
  const nest = join(folder, 'node_modules', '.bin', 'nest');
  if (existsSync(nest)) return nest;
  mkdirSync(folder, { recursive: true });
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  run('npm', ['install', '--prefix', folder, versions.nest, ...flags]);
  return nest;
}

/** The program `polepos`; installed when it is missing. */
export function requirePolepos() {
  const polepos = join(folder, 'python', 'bin', 'polepos');
  if (existsSync(polepos)) return polepos;
  run('python3', ['-m', 'venv', join(folder, 'python')]);
  run(join(folder, 'python', 'bin', 'pip'), ['install', '--quiet', versions.polepos]);
  return polepos;
}

/** A Nest project that has had its first resource, because that one installs packages. */
export function makeNestProject(parent) {
  const nest = requireNest();
  run(nest, ['new', 'grown', '--skip-install', '--skip-git', '-p', 'npm'], parent);
  run(nest, ['g', 'resource', 'first', '--type', 'rest', '--crud'], join(parent, 'grown'));
  return join(parent, 'grown');
}

/** A PolePosition project. */
export function makePoleposProject(parent) {
  run(requirePolepos(), ['start', 'pole'], parent);
  return join(parent, 'pole');
}

function run(program, args, cwd) {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
