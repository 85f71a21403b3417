import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '@hut/testing';

const folder = join(process.cwd(), '.cache', 'compose');
const module = 'github.com/docker/compose/v2';
const version = 'v2.40.3';

/** Path of Docker Compose, built once: it is not installed by `go install`, because its module excludes others. */
export function requireDockerCompose(): string {
  const program = join(folder, `compose-${version}`);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'go.mod'),
    `module compose\n\ngo 1.24\n\nrequire ${module} ${version}\n`,
  );
  const args = ['build', '-mod=mod', '-o', program, `${module}/cmd`];
  runTool('go', args, folder, 'apt-get install golang');
  return program;
}
