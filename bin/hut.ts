import { main } from '@hut/cli';
import manifest from '../package.json' with { type: 'json' };
import { lookup } from '../generators/lookup.ts';

const { env, stdin, stdout, stderr } = process;
const { version } = manifest;
const terminal = Boolean(stdin.isTTY && stderr.isTTY);
const colours = Boolean(stderr.isTTY && !env.NO_COLOR && !process.argv.includes('--no-color'));

void main(process.argv.slice(2), {
  lookup,
  version,
  cwd: process.cwd(),
  stdout,
  stderr,
  terminal,
  colours,
}).then((exitCode) => (process.exitCode = exitCode));
