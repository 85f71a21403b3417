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
    const part = `${folder}.${String(process.pid)}`;
    const go = requireProgram({ name: 'go', package: 'golang-go' });
    runTool(go, ['run', '.', part], source);
    moveUnlessThere(part, folder);
    rmSync(`${part}.lock`, { force: true });
  }
  return join(folder, 'bin/python3');
}

/** Two rings may have unpacked it at once: the first stays. */
function moveUnlessThere(part: string, folder: string): void {
  try {
    renameSync(part, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true });
  }
}
