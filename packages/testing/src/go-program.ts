import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './python-tools.ts';

/** Path of a program of a Go module (`host/path@v1.2.3`), built into the cache. Throws with the line that installs Go. */
export function goProgram(name: string, module: string): string {
  const folder = join(process.cwd(), '.cache', 'go');
  const program = join(folder, name);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  runTool('go', ['version'], folder, 'apt-get install golang, or https://go.dev/dl');
  runTool('env', [`GOBIN=${folder}`, 'go', 'install', module], folder);
  return program;
}
