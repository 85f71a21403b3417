import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireProgram, runTool } from '@hut/testing';

const source = join(import.meta.dirname, 'python');

/** The program of a Python that neither Debian nor PyPI has, and a Go module has; null for another version. */
export function unpackPython(version: string): string | null {
  const module = readFileSync(join(source, 'go.mod'), 'utf8');
  if (!module.includes(`go-embed-python v0.0.0-${version}.`)) return null;
  const folder = join(process.cwd(), '.cache', `python-${version}`);
  if (!existsSync(folder)) {
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    const go = requireProgram({ name: 'go', package: 'golang-go' });
    runTool(go, ['run', '.', part], source);
    renameSync(part, folder);
  }
  return join(folder, 'bin/python3');
}
