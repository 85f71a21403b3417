import { writtenValue } from '@hut/blueprint';
import { amendedBy, openTestProject, type TestProject } from '@hut/testing';
import { parse } from 'yaml';
import { lookup } from '../lookup.ts';
import { WHEN } from './written-names.ts';

const lists = (text: string): unknown => writtenValue(text, ['features', 'workers']);
const after = (...lines: string[]): Promise<string> => amendedBy(lookup, lines);
const filesOf = { task: 'app/workers/tasks/invoice.py', job: 'app/workers/jobs/cleanup.py' };

describe('workers', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());

  const workers = { tasks: ['invoice', 'bill'], scheduled: ['cleanup=10m', 'prune=0 3 * * 1-5'] };

  it('has a worker know its tasks by name, and beat each job with its time', async () => {
    await project.hut({ features: { workers } });
    expect(project.read('app/workers/celery_app.py')).toContain(
      '        "app.workers.tasks.bill",\n        "app.workers.tasks.invoice",\n    ],\n',
    );
    const beat = project.read('app/workers/beat.py');
    expect(beat).toContain('    "cleanup": Job(cleanup_job, dt.timedelta(minutes=10)),\n');
    expect(beat).toContain('    "prune": Job(prune_job, crontab.from_string("0 3 * * 1-5")),\n');
    for (const path of Object.values(filesOf)) expect(project.read(path)).not.toBe('');
  });

  it('needs nothing beside it, and has no empty folders, until there is something to do', async () => {
    await project.hut({ features: { workers: {} } });
    expect(project.read('.env.example')).toContain('\nTASK_URL=eager:\n');
    for (const path of ['tasks', 'jobs'])
      expect(() => project.read(`app/workers/${path}/__init__.py`)).toThrow();
    expect(project.read('app/workers/beat.py')).toContain('"report-dead-letters": Job(');
  });

  it('runs a worker and beat beside the application, with Redis', async () => {
    await project.hut({ features: { workers: {}, docker: {} } });
    const { services } = parse(project.read('compose.yaml')) as {
      services: Readonly<Record<string, { environment: unknown; healthcheck: unknown }>>;
    };
    expect(Object.keys(services)).toEqual(['redis', 'migrate', 'web', 'beat', 'worker']);
    expect(services['worker']!.environment).toMatchObject({
      TASK_URL: 'redis://redis:6379/1',
      BEAT_FILE: '/data/beat-schedule',
    });
    for (const name of ['beat', 'worker'])
      expect(services[name]!.healthcheck).toMatchObject({
        test: ['CMD', 'python', '-m', 'app.workers.health', name],
      });
  });

  it('does what other features do again and again', async () => {
    await project.hut({ features: { workers: {}, auth: {} } });
    expect(project.read('app/workers/beat.py')).toMatch(
      /^from app\.services\.expired_tokens import remove_expired_tokens$[^]*^ {4}"remove-expired-tokens": Job\(remove_expired_tokens, /mu,
    );
  });

  it('has a task know what its request knew', async () => {
    await project.hut({ features: { workers: {} } });
    expect(project.read('app/workers/context.py')).toContain(
      '    "request_id": current_request_id,\n',
    );
  });

  it('has tasks with work of their own, and what these need', async () => {
    await project.hut({ features: { workers: { tasks: ['report'] }, docker: {} } });
    expect(project.read('compose.yaml')).toContain('REPORT_FOLDER: "/data/reports"\n');
    expect(project.read('.gitignore')).toContain('\nreports/\n');
    expect(() => project.read('app/core/mail.py')).toThrow();
    const tasks = ['email', 'notification', 'report', 'upload'];
    await project.hut({ features: { workers: { tasks } } });
    for (const task of tasks) {
      expect(project.read(`app/workers/tasks/${task}.py`)).toContain(`def ${task}_task(`);
      expect(project.read('README.md')).toContain(`## The task ${task}\n`);
    }
    expect(project.read('app/core/mail.py')).toContain('def render_mail(');
    expect(project.read('.env')).toMatch(/^NOTIFICATION_KEY=[\w-]{43}$/mu);
    expect(project.read('pyproject.toml').split('[dependency-groups]')[0]).toContain('"httpx2>=');
  });

  it('gives the same bytes whether it was there at first or came later', async () => {
    const files = [...Object.values(filesOf), 'app/workers/beat.py', 'README.md', '.env.example'];
    await project.hut({ features: { workers } });
    const atOnce = files.map(project.read);
    project.remove();
    project = openTestProject(lookup);
    await project.hut();
    await project.hut({ features: { workers: {} } });
    await project.hut({ features: { workers } });
    expect(files.map(project.read)).toEqual(atOnce);
  });

  it('keeps what a person made of a task', async () => {
    await project.hut({ features: { workers } });
    project.edit(filesOf.task, 'await session.commit()', 'await bill_all(session)');
    await project.hut({ features: { workers: { ...workers, tasks: ['invoice'] } } });
    expect(project.read(filesOf.task)).toContain('await bill_all(session)');
  });
});

describe('hut add worker', () => {
  it('adds tasks and jobs, in any order', async () => {
    const text = await after(
      'add workers',
      'add worker send_report',
      'add worker scheduled prune --every 1d',
      'add worker invoice',
      'add worker scheduled cleanup --every 10m',
      'add worker invoice',
    );
    expect(lists(text)).toEqual({
      tasks: ['invoice', 'send_report'],
      scheduled: ['cleanup=10m', 'prune=1d'],
    });
  });

  it('is undone by hut remove worker, byte for byte', async () => {
    const before = await after('add workers --tasks bill');
    for (const words of ['invoice', 'scheduled cleanup'])
      expect(
        await amendedBy(
          lookup,
          [
            `add worker ${words}${words === 'invoice' ? '' : ' --every 1h'}`,
            `remove worker ${words}`,
          ],
          before,
        ),
      ).toBe(before);
    expect(lists(await amendedBy(lookup, ['remove worker bill'], before))).toEqual({});
    const job = [
      'add worker scheduled bill --every 1h',
      'remove worker bill',
      'remove worker bill',
    ];
    expect(lists(await amendedBy(lookup, job, before))).toEqual({});
  });

  it.each([
    [['add worker invoice'], 'needed'],
    [['add worker scheduled cleanup --every 1h'], 'needed'],
    [['add workers', 'add worker scheduled'], 'missing-argument'],
    [['add workers', 'remove worker scheduled'], 'missing-argument'],
    [['add workers', 'add worker scheduled cleanup'], 'word'],
    [['add workers', 'add worker scheduled cleanup --every 1h --cron x'], 'word'],
    [['add workers', 'add worker invoice --every 1h'], 'word'],
    [['add workers', 'add worker invoice bill'], 'word'],
    [['add workers', 'remove worker invoice'], 'word'],
    [['add workers --scheduled a=1h', 'add worker scheduled a --every 2h'], 'word'],
    [['add workers --scheduled a=10w'], 'blueprint'],
    [['add workers', 'add worker Invoice'], 'blueprint'],
    [['add workers', 'add worker class'], 'blueprint'],
  ])('refuses %j', async (lines, id) => {
    await expect(after(...lines)).rejects.toMatchObject({ id, exitCode: 3 });
  });
});

describe('the times of a job', () => {
  const isTime = (when: string): boolean => new RegExp(`^(?:${WHEN.pattern})$`, 'u').test(when);

  it.each(['1s', '90m', '12h', '7d', '0 3 * * *', '*/5 8-17 1,15 1-12/3 0-6', '59 23 31 12 6'])(
    'may be %s',
    (when) => expect(isTime(when)).toBe(true),
  );

  const wrong = ['', '0m', '10', '10w', '1.5h', '60 3 * * *', '0 24 * * *', '0 3 0 * *'];
  it.each([...wrong, '0 3 32 * *', '0 3 * 13 *', '0 3 * * 7', '0 3 * *', '*/0 * * * *'])(
    'may not be %j',
    (when) => expect(isTime(when)).toBe(false),
  );
});
