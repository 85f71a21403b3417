/** For the tests of this repository; what those of other packages import is in bin/testing.ts. */
export { amendedBy } from './amended.ts';
export { openTestProject, type TestProject, type TestRun } from './test-project.ts';
export { requireBuiltHut, runHut, type CommandResult } from './built-command.ts';
export { pythonEnvironment, pythonPrograms, requireUv, runTool } from './python-tools.ts';
export { goProgram } from './go-program.ts';
export { requireProgram } from './servers/require-program.ts';
export type { DatabaseServer } from './servers/database-server.ts';
export { startMailSink, type MailSink } from './servers/start-mail-sink.ts';
export { findFreePort } from './servers/find-free-port.ts';
export { startMariadb } from './servers/start-mariadb.ts';
export { startPostgres } from './servers/start-postgres.ts';
export { startRedis, type RedisServer } from './servers/start-redis.ts';
export { serveProject, type ServedProject } from './served-project.ts';
export { failAtEveryCall, type FailPoint, type FailRing } from './fail-points.ts';
export type { Victim } from './fault-bench.ts';
export {
  keepEveryState,
  killAtEveryWrite,
  killAtRandomTimes,
  killTwice,
  type KillPoint,
  type KillRing,
  type RingCounts,
} from './kill-points.ts';
