/** Another package's generator, through the real `yo`: without a terminal, and with a person in one. */
import { join } from 'node:path';
import { openFolder, type Folder } from './open-folder.ts';
import { install, type Installation, type Steps, type Yo } from './yo.ts';

const controlC = '\u0003';
const [enter, down] = ['\r', '\u001b[B'];

let installed: Installation;
let folder: Folder;
beforeAll(() => (installed = install()));
afterAll(() => installed.remove());
beforeEach(() => (folder = openFolder()));
afterEach(() => folder.remove());

const yo = (...args: string[]): Yo => installed.yo(folder.root, args);
const yoAnswered = (steps: Steps, ...args: string[]): Yo =>
  installed.yoAnswered(folder.root, args, steps);

/** The project, with a file of acme beside it. */
function build(): void {
  const { exitCode } = installed.hut(folder.root, ['build', 'shop', '--no-install', '--no-git']);
  expect(exitCode).toBe(0);
  folder.write('shop/acme.txt', 'acme\n');
}

describe('yo acme, which composes hut', () => {
  it('writes all files in one commit, also those of two copies of hut, and what acme did to them', () => {
    const copy = join(installed.otherCopy, 'app', 'index.js');
    expect(yo('acme', '--hut', 'hut:app', '--hut', copy)).toMatchObject({ exitCode: 0 });
    expect(folder.read('shop/acme.txt')).toBe('acme\n');
    expect(folder.read('shop/AGENTS.md')).toMatch(/Ask acme\.\n$/);
    expect(folder.read('shop/.hut/base/AGENTS.md')).not.toContain('acme');
    expect(folder.runs('shop')).toEqual(['yo hut shop ; yo hut shop']);

    const again = yo('acme', '--hut', copy, '--description', 'A small shop');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(folder.read('shop/README.md')).toMatch(/A small shop\n.*Written with acme\.\n$/s);
    expect(folder.read('shop/AGENTS.md').match(/Ask acme/g)).toHaveLength(1);
    expect(folder.runs('shop')).toHaveLength(2);
  });

  it.each([
    ['fails while it writes', ['--fail'], 'acme failed'],
    ['meets a file of its own that differs', ['--text', 'other'], '  shop/acme.txt'],
  ])('that %s leaves everything as it was', (_, args, message) => {
    build();
    const before = folder.files();
    const { exitCode, output } = yo('acme', '--description', 'Other words', ...args);
    expect(output).toContain(message);
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: before });
  });
});

describe('a person in a terminal', () => {
  const question = 'Overwrite shop/acme.txt?';
  const composed = ['acme', '--no-yes', '--description', 'Other words', '--text', 'other'];
  const conflict = (): Readonly<Record<string, string>> => {
    build();
    folder.edit('shop/README.md', 'A FastAPI service', 'My own words');
    return folder.files();
  };

  it('is asked once for each conflict: ours by hut, acme’s by Yeoman; and once before it is written', () => {
    conflict();
    const { exitCode, output } = yoAnswered(
      [
        ['README.md', down + enter],
        [question, `y${enter}`],
        ['Write this?', enter],
      ],
      ...composed,
    );
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(folder.read('shop/README.md')).toContain('Other words');
    expect(folder.read('shop/acme.txt')).toBe('other\n');
    expect(output).toContain('lose the edits shown');
    const again = yoAnswered([['Write this?', enter]], ...composed);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.output).not.toContain('lose the edits shown');
    expect(again.output).not.toContain(question);
  });

  it.each<[string, Steps]>([
    ['leaves at our conflict', [['README.md', controlC]]],
    [
      'leaves at acme’s conflict',
      [
        ['README.md', down + enter],
        [question, controlC],
      ],
    ],
    [
      'aborts at acme’s conflict',
      [
        ['README.md', down + enter],
        [question, `x${enter}`],
      ],
    ],
    [
      'leaves at the last question',
      [
        ['README.md', down + enter],
        [question, `y${enter}`],
        ['Write this?', controlC],
      ],
    ],
  ])('who %s leaves everything as it was', (_, steps) => {
    const before = conflict();
    const { exitCode } = yoAnswered(steps, ...composed);
    expect({ exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: before });
  });

  it('is asked by the wizard, and may leave it', () => {
    const left = yoAnswered([['Folder of the new project', controlC]], 'hut', '--no-install');
    expect({ exitCode: left.exitCode, files: folder.files() }).toEqual({ exitCode: 1, files: {} });
    const steps: Steps = [
      ['Folder of the new project', `blog${enter}`],
      ['in a sentence', `Words${enter}`],
      ['Python', down + enter],
      ['database', enter],
      ['Features', ` ${enter}`],
    ];
    const { exitCode, output } = yoAnswered(steps, 'hut', '--no-install', '--no-git');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(folder.read('blog/README.md')).toContain('Words');
    expect(output).toContain(
      'The same again: yo hut blog --description Words --python 3.12 --db sqlite --with-auth --yes',
    );
  });
});
