/** Who decides about a file, and what becomes of it, in a Yeoman run. */
import { type Tasks } from './another-generator.ts';
import { openBench, type Bench } from './open-bench.ts';

let { folder, yo, compose, build } = {} as Bench;
beforeEach(() => void ({ folder, yo, compose, build } = openBench()));
afterEach(() => folder.remove());

describe('conflicts', () => {
  const conflict = { yes: false, description: 'theirs' };
  const editTheSame = (): void => folder.edit('shop/about.txt', '\n\n', '\nmine\n');
  const before = 'one\nmine\nthree\n';

  beforeEach(async () => {
    await build();
    editTheSame();
  });

  it.each([
    ['mine', before],
    ['next', 'one\ntheirs\nthree\n'],
  ])('of our files are asked once, by our asker, and %s is what happens', async (choice, after) => {
    const env = yo({ choice, answer: 'yes' });
    await compose({}, conflict, env);
    expect(folder.read('shop/about.txt')).toBe(after);
    const asked = env.asked().filter(({ name }) => name === 'choice');
    expect(asked).toEqual([{ name: 'choice', message: 'about.txt' }]);
    const again = yo({ choice: 'abort', answer: 'yes' });
    await compose({}, conflict, again);
    expect(again.asked()).toEqual([]);
  });

  it('kept as mine keep what another generator did to the file as well', async () => {
    await compose(
      {
        conflicts() {
          const path = this.destinationPath('shop/about.txt');
          this.fs.write(path, `${this.fs.read(path)}acme\n`);
        },
      },
      { ...conflict, yes: true, onConflict: 'mine' },
    );
    expect(folder.read('shop/about.txt')).toBe(`${before}acme\n`);
  });

  it('left by the person leave everything as it was', async () => {
    const all = folder.files();
    await expect(compose({}, conflict, yo({ choice: 'abort' }))).rejects.toThrow('Aborted');
    expect(folder.files()).toEqual(all);
  });

  it('that a person does not want to write after all leave everything as it was', async () => {
    const all = folder.files();
    const run = compose({}, conflict, yo({ choice: 'next', answer: 'no' }));
    await expect(run).rejects.toThrow('Aborted');
    expect(folder.files()).toEqual(all);
  });

  it.each([
    [{ yes: true }, /about\.txt: /],
    [{ onConflict: 'stop' }, /about\.txt: /],
  ])('stop a run with %j, which writes nothing', async (options, message) => {
    const all = folder.files();
    await expect(compose({}, { ...conflict, ...options })).rejects.toThrow(message);
    expect(folder.files()).toEqual(all);
  });

  it.each([[{ onConflict: 'next', yes: true }], [{ force: true, yes: true }]])(
    'are decided beforehand with %j',
    async (options) => {
      const env = yo();
      await compose({}, { ...conflict, ...options }, env);
      expect(folder.read('shop/about.txt')).toBe('one\ntheirs\nthree\n');
      expect(env.asked()).toEqual([]);
    },
  );

  it('get markers when told so, and the next run waits until they are gone', async () => {
    await compose({}, { ...conflict, yes: true, onConflict: 'markers' });
    expect(folder.read('shop/about.txt')).toMatch(/^<{7}/m);
    await expect(build()).rejects.toThrow('Conflict markers stand in about.txt');
  });

  describe('of files of another generator', () => {
    const acme = (text: string): Tasks => ({
      writing() {
        this.fs.write(this.destinationPath('shop/notes.txt'), text);
      },
    });
    beforeEach(() => folder.write('shop/notes.txt', 'mine\n'));

    it.each([
      ['write', 'acme\n'],
      ['skip', 'mine\n'],
    ])('are asked by Yeoman’s resolver, and %s is what happens', async (action, after) => {
      const env = yo({ action, choice: 'mine', answer: 'yes' });
      await compose(acme('acme\n'), conflict, env);
      expect(folder.read('shop/notes.txt')).toBe(after);
      const questions = env.asked().map(({ name, message }) => `${name}: ${message}`);
      expect(questions.slice(0, 2)).toEqual([
        'choice: about.txt',
        expect.stringMatching(/^action: Overwrite .*notes\.txt/),
      ]);
    });

    it('abort everything when the person aborts', async () => {
      const all = folder.files();
      const run = compose(acme('acme\n'), conflict, yo({ action: 'abort', choice: 'next' }));
      await expect(run).rejects.toThrow('Process aborted by user');
      expect(folder.files()).toEqual(all);
    });

    it('stop a run in which nobody is to be asked, and name the file', async () => {
      const all = folder.files();
      await expect(compose(acme('acme\n'))).rejects.toThrow(/need a decision.*notes\.txt/s);
      expect(folder.files()).toEqual(all);
    });
  });
});
