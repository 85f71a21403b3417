/** The compiled code that `hut` keeps between runs, on versions of Node that keep none themselves. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHut } from '@hut/testing';

describe('the compiled code of the command', () => {
  const cache = mkdtempSync(join(tmpdir(), 'hut-compiled-'));
  const folder = join(cache, 'generator-hut');
  afterAll(() => rmSync(cache, { recursive: true }));

  const list = (environment: NodeJS.ProcessEnv = {}) =>
    runHut(['list'], cache, { XDG_CACHE_HOME: cache, ...environment });
  const kept = (): readonly string[] => readdirSync(folder);
  const isKeptByNode = 'enableCompileCache' in Module;

  it('is kept once for each command, unless Node keeps it', () => {
    expect([list(), list()].map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(isKeptByNode ? 1 : kept().length).toBe(1);
  });

  it('is made again where it is damaged', () => {
    for (const name of isKeptByNode ? [] : kept()) writeFileSync(join(folder, name), 'damaged');
    expect(list()).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('is not needed: where nothing can be kept, the command runs', () => {
    const file = join(cache, 'file');
    writeFileSync(file, '');
    expect(list({ XDG_CACHE_HOME: file })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(list({ NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
