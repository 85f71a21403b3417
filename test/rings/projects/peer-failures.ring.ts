/**
 * What other generators for FastAPI were seen to get wrong, each held here by its effect: on a project that was grown by
 * commands, over HTTP. `docs/testing.md` names them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireUv, runHut, runTool, serveProject, type ServedProject } from '@hut/testing';

const minutes = 60_000;

/** One field of every scalar type, with a value that a client may send and gets back. */
const fields = {
  'name:string': 'Lamp',
  'story:text': 'Twice\nlit',
  'contact:email': 'ada@example.org',
  'homepage:url': 'https://example.org/lamp?x=1#y',
  'code:slug': 'a-lamp',
  'amount:int': -2147483648,
  'views:bigint': 9007199254740991,
  'weight:float': 0.1,
  'price:decimal:10,2': '12.30',
  'active:bool': false,
  'released:date': '2026-02-28',
  'sold_at:datetime': '2026-02-28T23:59:59.000001Z',
  'opens:time': '08:30:00Z',
  'serial:uuid': '6f1a7f0e-6e0c-4c1e-9a53-3f1f1c7c1a11',
  'extra:json': { a: [1, null, { b: true }] },
  'picture:bytes': 'aGk=',
  'state:enum:new,old': 'old',
};
const values = Object.fromEntries(
  Object.entries(fields).map(([field, value]) => [field.split(':')[0]!, value] as const),
);

const commands = [
  ['add', 'crud', 'Thing', ...Object.keys(fields)],
  ['add', 'crud', 'Tag', 'name:string:40:unique'],
  ['add', 'crud', 'Note', 'title', 'thing:Thing:optional', 'tags:Tag:many'],
  ['add', 'service', 'Payment'],
  ['add', 'service', 'Shipping'],
];

type Record = Readonly<{ [name: string]: unknown; id: string; updated_at: string }>;

describe('a project that grew three entities and two services', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hut-peers-'));
  const root = join(parent, 'shop');
  let served: ServedProject;
  const python = (...args: string[]): string =>
    runTool(join(root, '.venv/bin/python'), ['-W', 'error', ...args], root);
  const send = async (method: string, path: string, body?: object) => {
    const json = { 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { headers: json, body: JSON.stringify(body) };
    const answer = await fetch(`${served.url}/api/v1/${path}`, { method, ...sent });
    return { status: answer.status, body: (await answer.json()) as Record };
  };
  const grow = (name: string): string => {
    const build = ['build', name, '--yes', '--no-install', '--no-git'];
    for (const [args, cwd] of [
      [build, parent] as const,
      ...commands.map((command) => [[...command, '--yes'], join(parent, name)] as const),
    ])
      expect(runHut(args, cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    return join(parent, name);
  };

  beforeAll(async () => {
    grow('shop');
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], root);
    python('-m', 'alembic', 'upgrade', 'head');
    served = await serveProject(root);
  }, 5 * minutes);
  afterAll(async () => {
    await served.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  it(
    'has a second and a third model that work: its own tests pass, its tables are there',
    () => {
      expect(python('-m', 'pytest', '-W', 'error', '-q')).toMatch(/\d+ passed/);
      expect(python('-m', 'alembic', 'check')).toContain('No new upgrade operations');
    },
    3 * minutes,
  );

  it('takes a value of every scalar type, keeps it and gives it back', async () => {
    const created = await send('POST', 'things', values);
    expect(created).toMatchObject({ status: 201, body: values });
    expect((await send('GET', `things/${created.body.id}`)).body).toEqual(created.body);
  });

  it('lists what there is', async () => {
    const { body: tag } = await send('POST', 'tags', { name: 'listed' });
    expect(await send('GET', 'tags?name=listed')).toEqual({
      status: 200,
      body: { items: [tag], total: 1, limit: 20, offset: 0 },
    });
  });

  it('changes by PATCH the record of the path, whatever the body says, and moves updated_at', async () => {
    const { body: one } = await send('POST', 'tags', { name: 'one' });
    const { body: other } = await send('POST', 'tags', { name: 'other' });
    const path = `tags/${one.id}`;
    expect((await send('PATCH', path, { id: other.id, name: 'new' })).status).toBe(422);
    const { body: changed } = await send('PATCH', path, { name: 'new' });
    expect(changed).toEqual({ ...one, name: 'new', updated_at: changed.updated_at });
    expect(changed.updated_at > one.updated_at).toBe(true);
    expect((await send('GET', `tags/${other.id}`)).body).toEqual(other);
  });

  it('has no column that two tables share', () => {
    python(
      '-c',
      [
        'from app.models import Base',
        'columns = [column for table in Base.metadata.tables.values() for column in table.columns]',
        'assert len(columns) > 30',
        'assert len({id(column) for column in columns}) == len(columns)',
        'assert all(column.table.c[column.key] is column for column in columns)',
      ].join('\n'),
    );
  });

  it('keeps two services apart', () => {
    const services = readdirSync(join(root, 'app/services')).sort();
    expect(services).toEqual(
      expect.arrayContaining(['payment_service.py', 'shipping_service.py', 'tag_service.py']),
    );
    python(
      '-c',
      [
        'from app.services import payment_service, shipping_service',
        'assert payment_service.PaymentService is not shipping_service.ShippingService',
        'assert not hasattr(payment_service, "ShippingService")',
      ].join('\n'),
    );
  });

  it('is the same, byte for byte, when it is made again', () => {
    const again = grow('again/shop');
    expect(textsOf(again)).toEqual(textsOf(root));
  });
});

/** Path and text of what is committed. */
function textsOf(root: string): ReadonlyMap<string, string> {
  const local = /^(?:\.env|\.hut\/(?:runs\/.*|lock)|\.venv\/.*|uv\.lock|.*\.db|.*__pycache__.*)$/u;
  const caches = /^\.\w+_cache\//u;
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !local.test(path) && !caches.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
