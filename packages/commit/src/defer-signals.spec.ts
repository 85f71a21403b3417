import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildChild } from './faults/build-child.ts';

describe('an interrupt while the lock is held', () => {
  it('ends the process, after the work', () => {
    const root = mkdtempSync(join(tmpdir(), 'hut-signals-'));
    const child = buildChild('signals');
    const ran = spawnSync(process.execPath, [child, 'interrupt', root]);
    expect(readdirSync(root)).toEqual(['went-on']);
    expect(ran.signal).toBe('SIGINT');
    rmSync(root, { recursive: true });
    rmSync(child);
  });
});
