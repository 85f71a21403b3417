import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openTestProject, type TestProject } from '@hut/testing';
import { backingService, file, outsideService, setting, type Contribution } from '@hut/render';
import { defineGenerator, type Definition } from '../define-generator.ts';
import type { Lookup } from '../lookup.ts';
import { examineProject } from './examine-project.ts';
import { wrong, type Finding } from './finding.ts';

/** A generator that contributes and examines as told. */
function lookupOf(
  examine: NonNullable<Definition['examine']>,
  contributions: readonly Contribution[] = [],
): Lookup {
  const readme = file({ path: 'README.md', template: 'README.md', render: () => 'Read me.\n' });
  const contribute = () => [readme, ...contributions];
  const definition = defineGenerator({ id: 'garden', summary: 'A garden', contribute, examine });
  return [{ definition, templates: {} }];
}

describe('the examination of a project', () => {
  let project: TestProject;
  afterEach(() => project.remove());

  async function examine(lookup: Lookup, aborted = false): Promise<readonly Finding[]> {
    project = openTestProject(lookup);
    await project.hut();
    const signal = aborted ? AbortSignal.abort() : new AbortController().signal;
    return examineProject({ root: project.root, lookup, version: '0.1.0', signal });
  }

  it('asks the generators of the project, in its folder', async () => {
    const findings = await examine(
      lookupOf(async ({ call, read, enter, program }) => {
        const { answer } = await call({ program: 'pwd', args: [] });
        const what = [answer.trim(), read('README.md'), enter('x'), program('python')].join('|');
        return [wrong('weeds', { where: 'garden', what, fix: 'hut weed' })];
      }),
    );
    expect(findings.at(-1)).toMatchObject({
      check: 'weeds',
      state: 'wrong',
      what: expect.stringMatching(/\/shop\|Read me\.\n\|(uv run |\.venv\/bin\/)x\|$/) as string,
    });
  });

  it('makes a finding of what a generator throws', async () => {
    const findings = await examine(lookupOf(() => Promise.reject(new Error('no light\nat all'))));
    expect(findings.at(-1)).toEqual({
      check: 'garden',
      state: 'wrong',
      where: 'garden',
      what: 'no light at all',
      fix: 'Look after it',
    });
  });

  it('ends every tool when the person leaves', async () => {
    const started = performance.now();
    const findings = await examine(
      lookupOf(async ({ call }) => {
        const { status } = await call({ program: 'sleep', args: ['60'] });
        return [wrong('sleep', { where: 'sleep', what: String(status), fix: 'wake up' })];
      }),
      true,
    );
    expect(findings.at(-1)).toMatchObject({ what: 'null' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('asks a server at the URL of the environment, of .env, and of the default, in this order', async () => {
    const pond = (value: string | null): readonly Contribution[] => [
      setting('pond_url', 'str', { doc: 'The pond', example: 'x', default: value }),
      backingService('pond', {
        title: 'Pond',
        image: 'pond:1.2',
        port: 1,
        environment: {},
        password: null,
        health: ['fish', 'swim'],
        volume: null,
        urls: [{ setting: 'pond_url', scheme: 'pond', user: null, path: '' }],
      }),
    ];
    const none = (): Promise<readonly Finding[]> => Promise.resolve([]);
    const of = (findings: readonly Finding[]): string | undefined =>
      findings.find(({ check }) => check === 'service')?.state;
    // A file needs no server.
    const lookup = lookupOf(none, pond('"file:///pond"'));
    expect(of(await examine(lookup))).toBe('well');
    writeFileSync(join(project.root, '.env'), "POND_URL='pond://127.0.0.1'\n");
    const again = { root: project.root, lookup, version: '0.1.0' };
    const { signal } = new AbortController();
    const findings = await examineProject({ ...again, signal });
    expect(findings.find(({ check }) => check === 'service')).toMatchObject({
      state: 'wrong',
      where: 'Pond',
      fix: 'docker run --detach --publish 127.0.0.1:1:1 pond:1.2',
    });
    process.env.POND_URL = 'file:///pond';
    expect(of(await examineProject({ ...again, signal }))).toBe('well');
    delete process.env.POND_URL;
  });

  it('asks a server that others run, at the port that its scheme or its query means', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const ports = { post: 1, 'post?by=bike': port };
    const contributions = [
      setting('post_url', 'str', { doc: 'The post', example: 'none:', default: '"none:"' }),
      outsideService('post_url', { title: 'Post office', ports }),
    ];
    const lookup = lookupOf(() => Promise.resolve([]), contributions);
    const found = (findings: readonly Finding[]): Finding | undefined =>
      findings.find(({ check }) => check === 'service');
    expect(found(await examine(lookup))).toMatchObject({ what: 'POST_URL needs none' });
    const { signal } = new AbortController();
    const again = (url: string): Promise<readonly Finding[]> => {
      writeFileSync(join(project.root, '.env'), `POST_URL=${url}\n`);
      return examineProject({ root: project.root, lookup, version: '0.1.0', signal });
    };
    expect(found(await again('post://a:b@127.0.0.1?by=bike'))).toMatchObject({ state: 'well' });
    expect(found(await again(`post://127.0.0.1:${port}`))).toMatchObject({ state: 'well' });
    await new Promise((resolve) => server.close(resolve));
    for (const url of ['post://a:b@127.0.0.1?by=bike', 'post://a:b@127.0.0.1'])
      expect(found(await again(url))).toEqual({
        check: 'service',
        state: 'wrong',
        where: 'Post office',
        what: 'nobody answers at POST_URL',
        fix: 'Mend POST_URL in .env, or look after the server that it names',
      });
  });

  it('throws nothing, whatever a project is', async () => {
    const lookup = lookupOf(() => Promise.resolve([]));
    await examine(lookup);
    const { root } = project;
    rmSync(join(root, 'hut.yaml'));
    mkdirSync(join(root, 'hut.yaml'));
    rmSync(join(root, '.hut'), { recursive: true });
    writeFileSync(join(root, '.hut'), '');
    mkdirSync(join(root, '.env'));
    chmodSync(join(root, '.env'), 0o700);
    const { signal } = new AbortController();
    const findings = await examineProject({ root, lookup, version: '0.1.0', signal });
    expect(findings.find(({ check }) => check === 'hut-yaml')?.state).toBe('wrong');
    expect(findings.filter(({ state, fix }) => state === 'wrong' && fix === '')).toEqual([]);
  });
});
