/** What a user can do wrong: a message that says what happened and what to do, the exit code of the contract, nothing written. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuiltHut, runHut } from '@hut/testing';

/** Runs the built `hut` as somebody whom permissions hold: root may write everywhere. */
function runAsOther(words: readonly string[], cwd: string) {
  const asOther =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : [];
  const [program, ...args] = [...asOther, process.execPath, requireBuiltHut(), ...words];
  return spawnSync(program!, args, { cwd, encoding: 'utf8', input: '' });
}

const built = ['build', 'shop', '--yes', '--no-install', '--no-git'];

describe('hut refuses, and writes nothing,', () => {
  let parent: string;
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'hut-refuse-'))));
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it.each([
    [['build', 'shop', '--pyton', '3.12'], 'Did you mean --python'],
    [['biuld', 'shop'], 'Did you mean build'],
    [['model', 'add', 'User', 'name'], 'Did you mean hut add model User name?'],
    [['build', 'shop', '--python', '2.7', '--yes'], 'Choices: 3.11, 3.12, 3.13, 3.14'],
    [['build', 'shop', '--python', '3.21', '--yes'], 'Did you mean'],
    [['build', 'My Shop!', '--yes'], 'my-shop'],
    [['build', 'shop', '--path', 'other', '--yes'], 'Keep one'],
    [['build', '123', '--yes'], 'Call the folder shop'],
    [['build', 'shop', '--oauth-providers', 'google', '--yes'], 'Add --with-auth'],
    [['build', 'fastapi', '--yes', '--no-install'], 'fastapi-service'],
    [['build', 'shop', '-C', 'nope', '--yes'], '-C nope: there is no such folder'],
    [['build', '--yes'], 'hut build shop'],
    [['build', 'shop', '--from', 'nope.yaml', '--yes'], 'nope.yaml'],
    [['build', 'shop', '--on-conflict', 'guess'], 'ask, stop, mine, next, markers'],
    [['build', 'shop', 'other', '--yes'], 'too many arguments'],
    [['build', 'shop', '--db', 'postgers', '--yes'], 'Did you mean postgresql?'],
    [['build', 'shop', '--description', '-n', '--yes'], '--description needs a value'],
    [['build', 'shop', '--db', 'mongodb', '--yes'], 'sqlite, postgresql, mysql'],
  ])('hut %s', (args, hint) => {
    const result = runHut([...args], parent);
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain(hint);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each([
    ['no YAML', 'hut: 1\nname: "shop\n', /hut\.yaml:\d+:\d+/],
    ['a tab', 'hut: 1\nfeatures:\n\tx: {}\n', /hut\.yaml:3:1/],
    ['a key twice', 'hut: 1\nname: shop\nname: shop\n', /hut\.yaml:3:1/],
    ['a list', '- hut: 1\n', /hut\.yaml:1:1/],
    ['nothing', '', /hut\.yaml/],
    ['a comment alone', '# hut\n', /hut\.yaml/],
    ['another format', 'hut: 7\n', /hut\.yaml:1:\d+/],
    ['an unknown key', 'hut: 1\nnaem: shop\n', /Did you mean name/],
    ['a wrong type', 'hut: 1\nname: [shop]\n', /hut\.yaml:2:\d+/],
    ['an unknown feature', 'hut: 1\nfeatures: { zebra: {} }\n', /hut\.yaml:2:\d+.*zebra/s],
    ['an anchor', 'hut: 1\nname: &x shop\ndescription: *x\n', /hut\.yaml:2:\d+/],
    ['a number for a version', 'hut: 1\npython: 3.1\n', /hut\.yaml:2:\d+/],
    [
      'an unknown field type',
      'hut: 1\nentities: { A: { fields: { price: money } } }\n',
      /unknown type "money"/,
    ],
  ])('a hut.yaml with %s', (_, text, message) => {
    writeFileSync(join(parent, 'hut.yaml'), text);
    const result = runHut(['build', 'shop', '--from', 'hut.yaml', '--yes', '--no-install'], parent);
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(parent)).toEqual(['hut.yaml']);
  });

  it('a folder that holds something else', () => {
    mkdirSync(join(parent, 'shop'));
    writeFileSync(join(parent, 'shop', 'notes.txt'), 'mine');
    const result = runHut(built, parent);
    expect(result).toMatchObject({ exitCode: 3 });
    expect(result.stderr).toContain('notes.txt');
    expect(readdirSync(join(parent, 'shop'))).toEqual(['notes.txt']);
  });

  it('a project of another version, naming the command that runs the right one', () => {
    runHut(built, parent);
    const path = join(parent, 'shop', 'hut.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^generator: .*$/m, 'generator: 9.9.9'));
    const result = runHut(['build', '--yes'], join(parent, 'shop'));
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('generator-hut@9.9.9');
  });

  it('a target that is a link', () => {
    runHut(built, parent);
    const target = join(parent, 'shop', 'README.md');
    rmSync(target);
    writeFileSync(join(parent, 'elsewhere.md'), 'x');
    symlinkSync(join(parent, 'elsewhere.md'), target);
    const result = runHut(
      ['build', '--yes', '--on-conflict', 'next', '--description', 'Other'],
      join(parent, 'shop'),
    );
    expect(result.exitCode).toBe(3);
    expect(readFileSync(join(parent, 'elsewhere.md'), 'utf8')).toBe('x');
  });

  it('a folder that it may not write to', () => {
    const locked = join(parent, 'locked');
    mkdirSync(locked);
    chmodSync(parent, 0o755);
    chmodSync(locked, 0o555);
    const { status, stderr } = runAsOther(built, locked);
    expect(status).toBe(3);
    expect(stderr).toMatch(/permission/i);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(locked)).toEqual([]);
  });

  it('a name that is too long for a folder', () => {
    const result = runHut(['build', 'x'.repeat(256), ...built.slice(2)], parent);
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('too long');
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it('a folder that it may not look into', () => {
    const closed = join(parent, 'closed');
    mkdirSync(closed);
    chmodSync(parent, 0o755);
    chmodSync(closed, 0o000);
    const { status, stderr } = runAsOther(['build', join(closed, 'x'), ...built.slice(2)], parent);
    expect(status).toBe(3);
    expect(stderr).toContain('no permission to look into');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a .env that is a folder, and says so', () => {
    runHut(built, parent);
    const env = join(parent, 'shop', '.env');
    rmSync(env);
    mkdirSync(env);
    const result = runHut(['build', '--yes'], join(parent, 'shop'));
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('.env cannot be read: it is a folder\nMove the folder away');
  });

  it('a machine without Python and uv, when it is to install', () => {
    const result = runHut(['build', 'shop', '--yes'], parent, { PATH: '/nowhere' });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('--no-install');
    expect(existsSync(join(parent, 'shop'))).toBe(false);
  });
});

describe('when the installation fails', () => {
  it('hut keeps the project, shows the words of the tool and the command to resume, and exits 4', () => {
    const parent = mkdtempSync(join(tmpdir(), 'hut-offline-'));
    const offline = {
      PIP_NO_INDEX: '1',
      PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
      UV_INDEX_URL: 'http://127.0.0.1:9/simple',
      UV_OFFLINE: '1',
      UV_CACHE_DIR: join(parent, 'uv-cache'),
    };
    try {
      const result = runHut(['build', 'shop', '--yes'], parent, offline);
      expect(result.exitCode).toBe(4);
      expect(result.stderr).toMatch(/Resume with: cd shop && /);
      expect(result.stderr).toMatch(/no index|offline|network|not found|No matching/i);
      expect(existsSync(join(parent, 'shop', 'hut.yaml'))).toBe(true);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
});

describe('when the installation is interrupted', () => {
  it('hut ends the tool, keeps the project, says how to resume, and exits 130', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'hut-interrupt-'));
    const uv = '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho started $$\nexec sleep 60\n';
    writeFileSync(join(parent, 'uv'), uv, { mode: 0o755 });
    try {
      const args = [requireBuiltHut(), 'build', 'shop', '--yes', '--no-git', '--verbose'];
      const env = { ...process.env, PATH: `${parent}:${process.env.PATH}` };
      const hut = spawn(process.execPath, args, { cwd: parent, env });
      let stderr = '';
      hut.stdout.resume();
      hut.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
        if (chunk.includes('started')) hut.kill('SIGINT');
      });
      const exitCode = await new Promise((resolve) => hut.on('close', resolve));
      expect(exitCode).toBe(130);
      expect(stderr).toContain('Interrupted, the files of the project are written');
      expect(stderr).toContain('Resume with: cd shop && uv sync');
      const tool = Number(/started (\d+)/.exec(stderr)![1]);
      expect(() => process.kill(tool, 0)).toThrow('ESRCH');
      expect(existsSync(join(parent, 'shop', 'hut.yaml'))).toBe(true);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
});

describe('when its output cannot be written', () => {
  let parent: string;
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'hut-output-'))));
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const hut = (line: string) => {
    const shell = `"${process.execPath}" "${requireBuiltHut()}" ${line}`;
    return spawnSync('bash', ['-c', shell], { cwd: parent, encoding: 'utf8', input: '' });
  };

  it('hut works on when the reader has left', () => {
    const { stdout, stderr } = hut(`${built.join(' ')} --json | true; echo "\${PIPESTATUS[0]}"`);
    expect([stdout, stderr]).toEqual(['0\n', '']);
    expect(existsSync(join(parent, 'shop', 'hut.yaml'))).toBe(true);
  });

  it.each(['--version', `${built.join(' ')} --json`])('hut %s says so and exits 4', (line) => {
    const { status, stderr } = hut(`${line} > /dev/full`);
    expect(status).toBe(4);
    expect(stderr).toMatch(/^The output could not be written \(ENOSPC\).*\n$/);
  });
});
