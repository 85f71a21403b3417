/** Rate limits for real: processes that share a Redis, a Redis that dies, and memory that several would share. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  pythonEnvironment,
  serveProject,
  startRedis,
  type RedisServer,
  type ServedProject,
} from '@hut/testing';
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';

const words = ['--with-ratelimit'];
const [style, , tests] = projectChecks;

describe.each([
  { resolution: 'highest', checks: [style!, tests!] },
  { resolution: 'lowest-direct', checks: [tests!] },
])('a project with rate limits and the $resolution versions', ({ resolution, checks }) => {
  let project: InstalledProject;
  beforeAll(async () => {
    project = await installProject({ database: 'sqlite', resolution, words });
  });
  afterAll(() => project.close());

  it.each(checks)('%s', (_, check) => check(project));

  describe('served by two processes that share a Redis', () => {
    let redis: RedisServer;
    let served: readonly ServedProject[];
    beforeAll(async () => {
      redis = await startRedis();
      Object.assign(process.env, {
        RATE_LIMIT_URL: redis.url,
        RATE_LIMIT_DEFAULT: '3/hour',
      });
      served = [await serveProject(project.root), await serveProject(project.root)];
    });
    afterAll(async () => {
      delete process.env.RATE_LIMIT_URL;
      delete process.env.RATE_LIMIT_DEFAULT;
      for (const one of served) await one.stop();
      await redis.stop();
    });

    /** One request after the other, to the processes in turn, each with another forged address. */
    const ask = async (path: string): Promise<readonly Response[]> => {
      const answers: Response[] = [];
      for (const number of [1, 2, 3, 4, 5])
        answers.push(
          await fetch(`${served[number % 2]!.url}${path}`, {
            headers: { 'X-Forwarded-For': `198.51.100.${number}` },
          }),
        );
      return answers;
    };

    it('counts the requests of both, whatever address they forge', async () => {
      const answers = await ask('/openapi.json');
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
      const { headers } = answers[4]!;
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(headers.get('ratelimit-policy')).toBe('"default";q=3;w=3600');
      expect(headers.get('content-type')).toBe('application/problem+json');
    });

    it('never limits the health checks', async () => {
      const answers = await ask('/health/live');
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    });

    it('lets requests pass when Redis is dead', async () => {
      await redis.stop();
      const answers = await ask('/openapi.json');
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    });
  });

  it('is not served from memory by two processes in production', async () => {
    expect(await startWorkers(project.root)).toContain(
      'RATE_LIMIT_URL=memory:// counts in one process',
    );
  });
});

/** What two workers print until the first of them gives up; uvicorn starts them again and again. */
function startWorkers(root: string): Promise<string> {
  const args = ['app.main:app', '--workers', '2', '--port', '0'];
  const server = spawn(join(root, '.venv/bin/uvicorn'), args, {
    cwd: root,
    env: { ...pythonEnvironment(), ENVIRONMENT: 'production' },
  });
  return new Promise((resolve) => {
    let output = '';
    const ended = setTimeout(() => server.kill('SIGKILL'), 60_000);
    server.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/startup (failed|complete)/.test(output)) server.kill('SIGTERM');
    });
    server.once('close', () => {
      clearTimeout(ended);
      resolve(output);
    });
  });
}
