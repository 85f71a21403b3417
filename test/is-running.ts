import { readFileSync } from 'node:fs';

/** Whether a process runs. One that is dead and not yet buried does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
