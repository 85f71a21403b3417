/**
 * Tasks and jobs as they are run: the web process, a worker and beat, started by the commands of the rendered files, and
 * a Redis between them. Workers are killed, and what they were about is done.
 */
import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComposeService } from './compose-service.ts';
import { openWorkerSite, type WorkerSite } from './worker-site.ts';

describe('workers beside an application', () => {
  let site: WorkerSite;
  let worker: ComposeService;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site?.close());

  const probe = (what: string, query = ''): Promise<unknown> =>
    site.post(`/ring/probe/${encodeURIComponent(what)}?${query}`);
  const deadLetters = (...words: readonly string[]): string =>
    site.web.run('python', '-m', 'app.commands.dead_letters', ...words);
  const letters = (): readonly Letter[] =>
    deadLetters('list')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Letter);

  it('are well when they take tasks, and beat when it sends them', async () => {
    for (const one of [site.worker, site.other]) expect(one.isWell()).toBe(true);
    await until(
      () => site.beat.isWell(),
      (isWell) => isWell,
    );
  });

  it('do once what has one key, however many workers there are', async () => {
    for (let number = 0; number < 10; number++) await probe('has a key', 'key=invoice-7');
    for (let number = 0; number < 10; number++) await probe(`takes a while ${number}`);
    const both = (): string => site.worker.log() + site.other.log();
    await until(both, (log) => log.split('done: takes a while').length === 11);
    expect(both().split('done: has a key').length).toBe(2);
    for (const { log } of [site.worker, site.other]) expect(log()).toContain('done: takes a while');
  });

  it('do what a worker was about that was killed with all its processes', async () => {
    await site.worker.end('SIGTERM');
    await probe('is slow once');
    await site.other.logs(/tries is slow once/u);
    await site.other.end('SIGKILL');
    worker = await site.startWorker({ TASK_RECOVERY_SECONDS: '1' });
    await worker.logs(/done: is slow once$/mu);
    expect(site.other.log()).not.toContain('done: is slow once');
  });

  it('do what a request leaves them, and log its id as it does', async () => {
    await site.post('/ring/probe/works', { id: 'order-7' });
    await site.web.logs(/\[order-7\] leaves: works$/mu);
    await worker.logs(/\[order-7\] done: works$/mu);
  });

  it('never hear of what a transaction left that was rolled back', async () => {
    await probe('is rolled back', 'is_committed=false');
    await probe('comes after it');
    await worker.logs(/done: comes after it$/mu);
    expect(worker.log()).not.toContain('is rolled back');
  });

  it('try again when what they need was away', async () => {
    await probe('stumbles');
    await worker.logs(/done: stumbles$/mu);
    expect(timesLogged(worker, 'tries stumbles')).toBe(3);
  });

  it('do what beat sends, again and again', async () => {
    await worker.logs(/Tick is done[^]*Tick is done/u);
    await site.beat.end('SIGKILL');
  });

  it('keep what failed for good, until somebody sends it again', async () => {
    await site.post('/ring/probe/is%20away', { id: 'order-8' });
    await probe('is refused until it is mended');
    await worker.logs(/tries is refused/u);
    await worker.logs(/tries is away for the 3\. time$/mu);
    const [refused, away] = await until(letters, (kept) => kept.length === 2);
    expect(refused).toMatchObject({ args: ['is refused until it is mended'] });
    expect(refused!.error).toContain('ValueError');
    expect(away).toMatchObject({ args: ['is away'] });
    expect(away!.headers.context).toEqual({ request_id: 'order-8' });

    writeFileSync(join(site.files, 'mended'), '');
    deadLetters('retry', refused!.id);
    await worker.logs(/done: is refused until it is mended$/mu);
    deadLetters('drop', 'all');
    expect(letters()).toEqual([]);
  });

  it('have a task done whose worker was killed, and keep one that kills each of them', async () => {
    await probe('dies once');
    await worker.logs(/done: dies once$/mu);
    await probe('kills its workers');
    const [poison] = await until(letters, (kept) => kept.length === 1);
    expect(poison).toMatchObject({ args: ['kills its workers'] });
    await probe('comes after the poison');
    await worker.logs(/done: comes after the poison$/mu);
    // Not before: while a program is waited for, no log is read.
    expect(timesLogged(worker, 'tries kills its workers')).toBe(4);
  });

  it('remove logins that have ended', async () => {
    await site.post('/ring/logins');
    expect(
      await until(
        () => site.get('/ring/logins'),
        (count) => count === 0,
      ),
    ).toBe(0);
  });

  it('send mail', async () => {
    await site.post('/ring/email?to=ann@example.com');
    const [path] = await until(
      () => filesIn(site.mail.folder),
      (mails) => mails.length === 1,
    );
    expect(readFileSync(join(site.mail.folder, path!), 'utf8')).toContain(
      'Subject: A mail from the ring',
    );
  });

  it('take in files', async () => {
    const sha256 = createHash('sha256').update('a picture').digest('hex');
    expect(await site.post('/ring/upload', { body: 'a picture' })).toBe(sha256);
    const place = join(site.files, 'uploads', sha256.slice(0, 2), sha256);
    await until(
      () => existsSync(place),
      (isThere) => isThere,
    );
    expect(readFileSync(place, 'utf8')).toBe('a picture');
    expect(readdirSync(join(site.files, 'uploads/incoming'))).toEqual([]);
  });

  it('write reports', async () => {
    await site.post('/ring/report');
    const names = await until(
      () => filesIn(join(site.files, 'reports')).filter((name) => name.endsWith('.csv')),
      ({ length }) => length === 1,
    );
    const text = readFileSync(join(site.files, 'reports', names[0]!), 'utf8');
    expect(text).toMatch(/^table,rows\r\n(\w+,0\r\n){3}users,1\r\n$/u);
  });

  it('tell another system, once more when it is busy, and signed', async () => {
    await site.post('/ring/notification?event=order.paid');
    const received = await until(
      () => site.receiver.received,
      ({ length }) => length === 2,
    );
    const [first, again] = received.map(({ headers }) => headers['idempotency-key']);
    expect(again).toBe(first);
    const { headers, body } = received[1]!;
    expect(JSON.parse(body)).toEqual({ event: 'order.paid', content: { id: 7 } });
    const signed = `${headers['x-timestamp'] as string}.${body}`;
    expect(headers['x-signature']).toBe(
      createHmac('sha256', site.notificationKey).update(signed).digest('hex'),
    );
  });

  it('are ill when they are dead', async () => {
    for (const one of [site.worker, site.other, site.beat])
      await until(
        () => one.isWell(),
        (isWell) => !isWell,
      );
    expect(worker.isWell()).toBe(true);
  });
});

interface Letter {
  readonly id: string;
  readonly task: string;
  readonly args: readonly unknown[];
  readonly error: string;
  readonly headers: { readonly context: Readonly<Record<string, string>> };
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function timesLogged({ log }: ComposeService, text: string): number {
  return log().split(text).length - 1;
}

/** What is found when it is as wanted, within 40 seconds. */
async function until<Found>(
  find: () => Found | Promise<Found>,
  isWanted: (found: Found) => boolean,
): Promise<Found> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const found = await find();
    if (isWanted(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It stays ${JSON.stringify(await find())}`);
}
