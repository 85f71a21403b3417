import { spawnSync } from 'node:child_process';

/** Runs a program; returns its exit code and all that it said. It never asks: there is no input. */
export function runTool([program, ...args], cwd, env = {}) {
  const ran = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  if (ran.error) throw ran.error;
  if (process.env.VERBOSE)
    console.error(`$ ${[program, ...args].join(' ')}\n${ran.stdout}${ran.stderr}`);
  return { exitCode: ran.status, said: ran.stdout + ran.stderr };
}

/** The same, where failing is not an outcome but a mistake. */
export function mustRun(command, cwd, env) {
  const ran = runTool(command, cwd, env);
  if (ran.exitCode !== 0) throw new Error(`${command.join(' ')}: ${ran.exitCode}\n${ran.said}`);
  return ran;
}

const identity = [
  '-c',
  'user.name=Ada',
  '-c',
  'user.email=ada@example.org',
  '-c',
  'core.hooksPath=',
];

/** Makes all that is there a commit, in a repository that is made when there is none. */
export function commitAll(folder, message) {
  mustRun(['git', 'init', '-q', '-b', 'main'], folder);
  mustRun(['git', 'add', '-A'], folder);
  mustRun(['git', ...identity, 'commit', '-q', '--allow-empty', '-m', message], folder);
}
