import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

import { hasCode } from './file-on-disk.ts';

/** Who holds a lock: what stands in the lock file. */
export interface LockHolder {
  readonly pid: number;
  /** When the process started, in the kernel's own count; a reused pid has another. Empty where unknown. */
  readonly start: string;
  readonly host: string;
  /** How many folders the holder made to have a place for the lock: `.hut`, the project, its parent ... */
  readonly made: number;
}

/** This process as a holder. */
export function thisHolder(made: number): LockHolder {
  return { pid: process.pid, start: startOf(process.pid) ?? '', host: hostname(), made };
}

/** Takes the path of a lock; returns its holder, `nobody` when there is no lock, `unknown` when it can't be read. */
export function readHolder(path: string): LockHolder | 'nobody' | 'unknown' {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockHolder>;
    return isHolder(read) ? read : 'unknown';
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'nobody' : 'unknown';
  }
}

/** Whether the holder still runs. One on another machine or in another container can't be asked: it does. */
export function isAlive({ pid, start, host }: LockHolder): boolean {
  if (host !== hostname()) return true;
  if (!answers(pid)) return false;
  const now = startOf(pid);
  return now === undefined || now === start;
}

/** Whether two readings are the same holder. */
export function isSameHolder(one: LockHolder, other: LockHolder): boolean {
  return one.pid === other.pid && one.start === other.start && one.host === other.host;
}

function isHolder(read: Partial<LockHolder> | null): read is LockHolder {
  return (
    typeof read?.pid === 'number' &&
    typeof read.start === 'string' &&
    typeof read.host === 'string' &&
    typeof read.made === 'number'
  );
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Field 22 of /proc/<pid>/stat; `dead` for a process that only waits to be buried; undefined without /proc. */
function startOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold blanks and parentheses itself.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}
