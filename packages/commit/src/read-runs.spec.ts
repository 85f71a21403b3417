import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commitFiles, hashBytes, readRuns } from './commit.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hut-runs-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Commits so many runs, each of which counts one on. */
function commitRuns(from: number, to: number): void {
  for (let turn = from; turn <= to; turn++) {
    const before = turn === 1 ? null : hashBytes(String(turn - 1));
    const files = [{ path: 'count', before, after: String(turn) }];
    commitFiles(root, { command: `hut turn ${String(turn)}`, files });
  }
}

describe('readRuns', () => {
  it('is empty where nothing was ever committed', () => {
    expect(readRuns(root)).toEqual([]);
    expect(readRuns(join(root, 'not/there'))).toEqual([]);
  });

  it('gives the newest first, with what each file was and became', () => {
    commitRuns(1, 2);
    expect(readRuns(root).map((run) => run.command)).toEqual(['hut turn 2', 'hut turn 1']);
    expect(readRuns(root)[0]!.files).toEqual([
      { path: 'count', before: hashBytes('1'), after: hashBytes('2'), mode: 0o644 },
    ]);
  });

  it('keeps the last twenty', () => {
    commitRuns(1, 22);
    const kept = readRuns(root).map((run) => run.id);
    expect(kept).toHaveLength(20);
    expect([kept.at(0), kept.at(-1)]).toEqual(['000022', '000003']);
    expect(readdirSync(join(root, '.hut/runs'))).toHaveLength(20);
  });

  it('says which record is damaged, reads the others, and counts on after it', () => {
    commitRuns(1, 3);
    writeFileSync(join(root, '.hut/runs/000002/run.json'), '{"id": ');
    const [third, second, first] = readRuns(root);
    expect([third!.command, first!.command]).toEqual(['hut turn 3', 'hut turn 1']);
    expect(second).toMatchObject({ id: '000002', files: [] });
    expect(second!.damaged).toContain('.hut/runs/000002/run.json');
    commitRuns(4, 4);
    expect(readRuns(root)[0]!.id).toBe('000004');
  });

  it('ignores what is not a run', () => {
    commitRuns(1, 1);
    mkdirSync(join(root, '.hut/runs/notes'));
    expect(readRuns(root)).toHaveLength(1);
  });
});
