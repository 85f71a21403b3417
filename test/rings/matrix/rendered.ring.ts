/** Every project of the matrix, built by the command on a disk: each file can be read, and ruff finds nothing. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonPrograms, runTool } from '@hut/testing';
import { parseAllDocuments } from 'yaml';
import { matrix } from '../../matrix/matrix.ts';
import { buildRow } from './build-row.ts';

const memory = '/dev/shm';

describe('the projects in which any two options meet', () => {
  const parent = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'hut-matrix-'));
  const ruff = join(pythonPrograms('ruff', 'ruff>=0.14'), 'ruff');
  beforeAll(async () => {
    for (const [index, row] of matrix.rows.entries())
      await buildRow(row, join(parent, String(index + 1)));
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const files = (ending: RegExp): readonly string[] =>
    readdirSync(parent, { recursive: true, encoding: 'utf8' })
      .filter((path) => ending.test(path) && !path.includes('/.hut/'))
      .map((path) => join(parent, path));

  it('are there, all of them', () => {
    const built = readdirSync(parent).filter((name) =>
      existsSync(join(parent, name, 'shop/hut.yaml')),
    );
    expect(built).toHaveLength(matrix.rows.length);
  });

  it('have Python and TOML that can be read, and a line in .env.example for each setting', () => {
    const script = join(import.meta.dirname, 'read_projects.py');
    expect(runTool('python3', [script, parent], parent)).toBe('');
  });

  it('have YAML and JSON that can be read', () => {
    const yaml = files(/\.ya?ml$/).flatMap((path) =>
      parseAllDocuments(readFileSync(path, 'utf8')).flatMap(({ errors, warnings }) =>
        [...errors, ...warnings].map((problem) => `${path}: ${problem.message}`),
      ),
    );
    expect(yaml).toEqual([]);
    for (const path of files(/\.json$/)) JSON.parse(readFileSync(path, 'utf8'));
  });

  it('pass ruff check and ruff format', () => {
    runTool(ruff, ['check', '--no-cache', '--quiet', '.'], parent);
    runTool(ruff, ['format', '--no-cache', '--quiet', '--check', '.'], parent);
  });
});
