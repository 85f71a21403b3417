import { pythonPackage, redisService } from '@hut/fastapi';
import type { Context } from '@hut/kit';
import {
  backgroundProcess,
  dependency,
  docs,
  ignore,
  job,
  setting,
  storage,
  symbol,
  testFixture,
  type Contribution,
} from '@hut/render';
import { contributeSample } from './samples.fastapi.ts';
import { folderOf } from './samples.ts';
import { toScheduled } from './written-names.ts';
import { toNamedView, toWorkersView } from './view.fastapi.ts';

/** What carries tasks to workers, the tasks and jobs of hut.yaml, and the jobs of all others. */
export function contributeWorkers(context: Context): readonly Contribution[] {
  const { options, files } = context;
  const tasks = options['tasks'] as readonly string[];
  return [
    ...dependencies,
    ...settings,
    ...processes,
    // 0 is that of rate limits.
    redisService('task_url', 1),
    storage('beat_file', { prefix: '', name: BEAT_FILE }),
    ignore(`${BEAT_FILE}*`),
    testFixture('tests.task_queue'),
    job('report-dead-letters', {
      use: symbol('app.workers.dead_letters', 'report_dead_letters'),
      when: '1h',
    }),
    docs('Tasks and jobs', { band: 'use', body: guide }),
    pythonPackage('commands'),
    ...files('all', (assembled) => toWorkersView(tasks, assembled)),
    ...contributeTasks(tasks, context),
    ...contributeJobs(options['scheduled'] as readonly string[], context),
  ];
}

function contributeTasks(tasks: readonly string[], { files }: Context): readonly Contribution[] {
  if (tasks.length === 0) return [];
  return [
    ...files('tasks'),
    ...tasks.flatMap((task) => [
      ...contributeSample(task),
      ...files(folderOf(task), () => toNamedView(task), { task }),
    ]),
  ];
}

function contributeJobs(items: readonly string[], { files }: Context): readonly Contribution[] {
  if (items.length === 0) return [];
  return [
    ...files('jobs'),
    ...items
      .map(toScheduled)
      .flatMap(({ name, when }) => [
        job(name, { use: symbol(`app.workers.jobs.${name}`, `${name}_job`), when }),
        ...files('job', () => toNamedView(name), { job: name }),
      ]),
  ];
}

/** Those before tell nobody of tasks that were ended by force. */
const dependencies = [
  dependency('celery', '>=5.7,<6', { extras: ['redis'] }),
  dependency('redis', '>=6,<9'),
  dependency('celery-types', '>=0.26', { group: 'dev' }),
];

const BEAT_FILE = 'beat-schedule';

const settings = [
  setting('beat_file', 'str', {
    default: `"./${BEAT_FILE}"`,
    example: `./${BEAT_FILE}`,
    doc: 'Where beat keeps when it sent which job',
  }),
  setting('task_recovery_seconds', 'int', {
    default: '3600',
    example: '3600',
    doc: 'When another worker gets the task of one that died: more than any task or delay takes',
  }),
  setting('task_url', 'Literal["eager:"] | RedisDsn', {
    uses: [symbol('typing', 'Literal'), symbol('pydantic', 'RedisDsn')],
    default: '"eager:"',
    example: 'eager:',
    doc: 'Where tasks wait for workers: redis://HOST:6379/1; eager: runs them where they are called',
  }),
  setting('worker_processes', 'int', {
    default: '2',
    example: '2',
    doc: 'How many tasks a worker runs at a time',
  }),
];

const celery = (...words: readonly string[]): readonly string[] => [
  ...['celery', '--app', 'app.workers.celery_app'],
  ...words,
];

const processes = ['beat', 'worker'].map((name) =>
  backgroundProcess(name, {
    command: celery(name),
    health: ['python', '-m', 'app.workers.health', name],
  }),
);

const guide = `A task is what a request leaves for later. It is enqueued with what it is about, and runs when that is committed:

\`\`\`python
from app.workers.enqueue import enqueue
from app.workers.tasks.invoice import invoice_task

enqueue(session, invoice_task.s(str(order.id)), key=f"invoice-{order.id}")
await session.commit()
\`\`\`

Of all tasks with one \`key\` one is done; \`key\` may be left out. \`invoice_task.delay(...)\` enqueues at once.

\`TASK_URL=eager:\` runs tasks where they are called, and no jobs. With \`TASK_URL=redis://HOST:6379/1\` they wait there for

\`\`\`sh
uv run celery --app app.workers.celery_app worker    # as many as you like; add --queues slow for one of slow tasks
uv run celery --app app.workers.celery_app beat      # exactly one: it sends the jobs at their times
\`\`\`

\`app/workers/base_task.py\` says what all tasks do: they are tried again, later and later, after a ConnectionError,
a TimeoutError or an OperationalError. A task says in what it differs: \`@celery.task(autoretry_for=(MailError,),
lane="slow", rank=3, soft_time_limit=600, time_limit=660)\`. One may run twice, when its worker dies: what it does has to bear that.

What fails for good is kept, and the log says hourly how much there is:

\`\`\`sh
uv run python -m app.commands.dead_letters list
uv run python -m app.commands.dead_letters retry all    # or ids; drop throws away
\`\`\`

In tests nothing waits for Redis. With the fixture \`task_queue\`, tasks wait until \`task_queue.work()\`.`;
