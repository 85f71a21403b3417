export { checkPaths } from './check-paths.ts';
export { commitFiles, type Run } from './commit-files.ts';
export { findDiskError, withDiskErrors } from './disk-error.ts';
export { findLeftOver, type LeftOver } from './find-left-over.ts';
export { hashBytes, type Sha } from './hash-bytes.ts';
export { readBefore, readRuns } from './read-runs.ts';
export { recover, type Recovery } from './recover.ts';
export type { FileWrite, RecordedFile, RunRecord } from './run-record.ts';
export { withLock } from './with-lock.ts';
