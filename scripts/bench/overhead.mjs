/** What features cost a request: the same application with and without them, a process each, asked by turns. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';

const features = {
  without: [],
  'with logging': ['logging'],
  'with rate limits': ['ratelimit'],
  'with both': ['logging', 'ratelimit'],
};
const path = '/api/v1/articles';

/** Requests to each of them in a lap, and in a turn. */
const inALap = 100;
const inARow = 10;

/**
 * Serves the applications. `run(laps)` asks each of them 100 times a lap, `rows()` are the smallest median and the
 * smallest 95th percentile of a lap in ms, for noise only ever adds, and `close()` ends them.
 */
export async function openOverhead(around) {
  const python = install(around);
  const served = [];
  const close = () => served.forEach(({ child }) => child.kill());
  try {
    for (const name of Object.keys(features)) served.push(await start(around, name, python));
    await Promise.all(served.map(waitFor));
    for (let row = 0; row < 20; row++) await call(served[0], 'POST', { title: `Article ${row}` });
    await ask(served, 200);
  } catch (error) {
    close();
    throw error;
  }
  const laps = [];
  return {
    run: async (count) => {
      for (let lap = 0; lap < count; lap++) laps.push(await ask(served, inALap));
    },
    rows: () =>
      served.map(({ name }, index) => ({
        name,
        p50: Math.min(...laps.map((lap) => quantile(lap[index], 0.5))),
        p95: Math.min(...laps.map((lap) => quantile(lap[index], 0.95))),
      })),
    close,
  };
}

/** What each budget is, measured and wanted. */
export function overheadBudgets(row) {
  return Object.keys(features)
    .slice(1)
    .map((name) => {
      const more = row(name).p50 - row('without').p50;
      return [`a request ${name}`, `${signed(more)} ms`, '<= + 1 ms', more <= 1];
    });
}

/** The lines of the table. */
export function overheadTable(rows) {
  const [floor] = rows;
  return [
    '| application | p50 ms | more | p95 ms | more |',
    '|---|---|---|---|---|',
    ...rows.map(({ name, p50, p95 }) => {
      const cells = [
        p50.toFixed(2),
        signed(p50 - floor.p50),
        p95.toFixed(2),
        signed(p95 - floor.p95),
      ];
      return `| ${[name, ...cells].join(' | ')} |`;
    }),
  ];
}

function signed(milliseconds) {
  return `${milliseconds < 0 ? '-' : '+'} ${Math.abs(milliseconds).toFixed(2)}`;
}

/** Builds them, and one environment and database for all: those of the one that has everything. Returns its Python. */
function install(around) {
  const { root, work, node, hut } = around;
  const Article = { fields: { title: 'string:120' }, layers: 'endpoint' };
  for (const [name, ids] of Object.entries(features)) {
    const wanted = Object.fromEntries(ids.map((id) => [id, {}]));
    const from = join(work, 'overhead.yaml');
    writeFileSync(from, JSON.stringify({ hut: 1, features: wanted, entities: { Article } }));
    const words = ['--from', from, '--yes', '--no-install', '--no-git', '--quiet'];
    execFileSync(node, [hut, 'build', folderOf(around, name), ...words]);
  }
  const options = { cwd: folderOf(around, 'with both'), env: environment(around) };
  execFileSync(requireUv(root), ['sync', '--quiet', '--no-dev', '--no-install-project'], options);
  const python = join(options.cwd, '.venv/bin/python');
  execFileSync(python, ['-m', 'alembic', 'upgrade', 'head'], { ...options, stdio: 'pipe' });
  return python;
}

function requireUv(root) {
  const uv = join(root, '.cache/uv/bin/uv');
  if (existsSync(uv)) return uv;
  throw new Error('Install uv: python3 -m venv .cache/uv && .cache/uv/bin/pip install uv');
}

function folderOf({ work }, name) {
  return join(work, `shop-${name.replaceAll(' ', '-')}`);
}

function environment({ root, work }) {
  const environment = {
    ...process.env,
    UV_CACHE_DIR: join(root, '.cache/uv-cache'),
    ENVIRONMENT: 'production',
    DATABASE_URL: `sqlite+aiosqlite:///${join(work, 'shop.db')}`,
    RATE_LIMIT_DEFAULT: '1000000/minute',
  };
  delete environment.VIRTUAL_ENV;
  delete environment.PYTHONDONTWRITEBYTECODE;
  return environment;
}

/** Starts one; what it logs goes into a file. uvicorn's own line for a request would count as what it costs without. */
async function start(around, name, python) {
  const cwd = folderOf(around, name);
  const port = await findFreePort();
  const words = ['-m', 'uvicorn', 'app.main:app', '--no-access-log', '--port', String(port)];
  const log = openSync(join(cwd, 'stderr.log'), 'a');
  const options = { cwd, env: environment(around), stdio: ['ignore', log, log] };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    name,
    child: spawn(python, words, options),
    to: { host: '127.0.0.1', port, path, agent },
  };
}

async function waitFor(one) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if ((await call(one, 'GET').catch(() => 0)) === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The application ${one.name} does not answer`);
}

/**
 * The milliseconds of each request, by application. A turn is ten in a row: what an application does behind its
 * answer, such as to write a line, delays its own next request, and not the one of another.
 */
async function ask(served, count) {
  const taken = served.map(() => []);
  for (let asked = 0; asked < count; asked += inARow)
    for (const [index, one] of served.entries())
      for (let request = 0; request < inARow; request++) taken[index].push(await time(one));
  return taken;
}

async function time(one) {
  const started = performance.now();
  const status = await call(one, 'GET');
  if (status !== 200) throw new Error(`${one.name}: ${path} answers ${status}`);
  return performance.now() - started;
}

function call({ to }, method, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ ...to, method }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject);
    if (body !== undefined) sent.setHeader('Content-Type', 'application/json');
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function findFreePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
}
