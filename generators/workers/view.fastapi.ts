import { importLines, openScope, pythonCall, type PythonScope } from '@hut/fastapi';
import {
  contextVariableKind,
  jobKind,
  pythonLiteral,
  type Assembled,
  type CodeSymbol,
  type Job,
} from '@hut/render';

/** What the templates of every project with workers print. */
export function toWorkersView(tasks: readonly string[], assembled: Assembled): object {
  const variables = assembled.of(contextVariableKind);
  return {
    taskModules: [...tasks].sort().map((task) => pythonLiteral(`app.workers.tasks.${task}`)),
    context: variables.map(({ name, use }) => `${pythonLiteral(name)}: ${use.name}`),
    contextImports: importLines(variables.map(({ use }) => use)).join('\n'),
    ...toBeatView(assembled.of(jobKind)),
  };
}

/** What the templates of one task or job print. */
export function toNamedView(name: string): object {
  const words = name.replaceAll('_', ' ').trim();
  return { name, title: `${words.charAt(0).toUpperCase()}${words.slice(1)}` };
}

/** The jobs of everybody; two of them may be called alike in their modules. */
function toBeatView(jobs: readonly Job[]): object {
  const scope = openScope(OWN_NAMES);
  const entries = jobs.map(({ name, use, when }) => {
    const work = scope.use(use.module, use.name);
    const entry = `${pythonLiteral(name)}: `;
    return `${entry}${pythonCall('Job', [work, toWhen(when)], 4 + entry.length)}`;
  });
  useAlways(scope);
  return { jobs: entries, beatImports: scope.imports().join('\n') };
}

/** The names that beat.py gives itself, or imports whatever jobs there are. */
const OWN_NAMES = 'JOBS Job expires job name run_job to_schedule when work work_in_session'.split(
  ' ',
);
const IMPORTED: readonly CodeSymbol[] = [
  { module: 'collections.abc', name: 'Awaitable' },
  { module: 'collections.abc', name: 'Callable' },
  { module: 'typing', name: 'Any' },
  { module: 'typing', name: 'NamedTuple' },
  { module: 'celery.schedules', name: 'crontab' },
  { module: 'sqlalchemy.ext.asyncio', name: 'AsyncSession' },
  { module: 'app.workers.celery_app', name: 'celery' },
  { module: 'app.workers.run', name: 'open_session' },
  { module: 'app.workers.run', name: 'run' },
];

function useAlways(scope: PythonScope): void {
  scope.useModule('datetime', 'dt');
  for (const { module, name } of IMPORTED) scope.use(module, name);
}

const UNITS: Readonly<Record<string, string>> = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
};

/** `10m` is a time between two, anything else are fields of cron. */
function toWhen(when: string): string {
  const [, count, unit] = /^(\d+)([smhd])$/u.exec(when) ?? [];
  if (count === undefined || unit === undefined)
    return `crontab.from_string(${pythonLiteral(when)})`;
  return `dt.timedelta(${UNITS[unit]!}=${count})`;
}
