/** The shells themselves complete what `hut completion` says. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { requireProgram } from '@hut/testing';
import { openFolder, type Folder } from '../yeoman/open-folder.ts';
import { hutHere } from './hut-here.ts';

const seconds = 1000;

let folder: Folder;
beforeAll(async () => {
  folder = openFolder();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { exitCode, stdout } = await hutHere(`completion ${shell}`, folder.root);
    expect(exitCode).toBe(0);
    folder.write(`hut.${shell}`, stdout);
  }
  folder.write('notes.txt', '');
});
afterAll(() => folder.remove());

/** What a shell offers behind a line, sorted. */
type Complete = (line: string) => readonly string[];

const run = (program: string, words: readonly string[], script: string): string =>
  execFileSync(program, [...words, script], {
    cwd: folder.root,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder.root, TERM: 'dumb' },
  });
const sorted = (text: string): readonly string[] =>
  [...new Set(text.split('\n').filter((line) => line !== ''))].sort();

/** As readline calls it: `=` is a word of its own, and `-o default` offers files where nothing is said. */
function inBash(line: string): readonly string[] {
  const words = line.split(/(?<==)|(?==)| /);
  return sorted(
    run(
      requireProgram({ name: 'bash', package: 'bash' }),
      ['--norc', '-c'],
      `source ./hut.bash; complete -p hut >/dev/null || exit 1
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_hut; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ),
  );
}

function inFish(line: string): readonly string[] {
  const script = `source ./hut.fish; complete -C '${line}'`;
  const said = run(
    requireProgram({ name: 'fish', package: 'fish' }),
    ['--no-config', '-c'],
    script,
  );
  return sorted(said.replaceAll(/\t.*$/gm, '').replaceAll(/^--[\w-]+=/gm, ''));
}

/** A real zsh at a terminal of its own, where what would be added is printed instead. */
function inZsh(line: string): readonly string[] {
  const zsh = requireProgram({ name: 'zsh', package: 'zsh' });
  folder.write(
    'inner.zsh',
    `PS1='ready>'; autoload -Uz compinit; compinit -u -D; source ./hut.zsh
compadd() { local -a hits; builtin compadd -A hits "$@"; (($#hits)) && print -rl -- $hits >> said; builtin compadd "$@" }
bindkey '^I' complete-word; zstyle ':completion:*' list-max 0; setopt no_beep; LISTMAX=9999
`,
  );
  folder.write('said', '');
  run(
    zsh,
    ['-f', '-c'],
    `zmodload zsh/zpty; zpty inner ${zsh} -f -i; zpty -w inner 'source ./inner.zsh; print LOAD''ED'
local text; while [[ $text != *LOADED*ready* ]]; do zpty -r inner text '*(LOADED*ready>)*' || break; done
zpty -w -n inner ${`$'${line}\\t'`}
for i in {1..40}; do sleep 0.05; [[ -s said ]] && break; done; sleep 0.1; zpty -d inner`,
  );
  return sorted(folder.read('said'));
}

const shells: readonly (readonly [string, Complete])[] = [
  ['bash', inBash],
  ['zsh', inZsh],
  ['fish', inFish],
];

describe.each(shells)('completion in %s', (_, complete) => {
  it.each([
    ['hut add mo', ['model']],
    ['hut bui', ['build']],
    ['hut add s', ['schema', 'service']],
    ['hut remove fi', ['field']],
    ['hut new --on-conflict m', ['markers', 'mine']],
    ['hut build --db=po', ['postgresql']],
    ['hut build --dry-run=d', ['diff']],
    ['hut -C . add mo', ['model']],
    ['hut add -n mo', ['model']],
    ['hut plan add mo', ['model']],
    ['hut help stat', ['status']],
    ['hut completion f', ['fish']],
    ['hut add model --plu', ['--plural']],
  ])(
    'knows what follows %s',
    (line, words) => {
      expect(complete(line)).toEqual(words);
    },
    30 * seconds,
  );
});

describe('hut completion', () => {
  it('knows every command that the help lists', async () => {
    const { stdout } = await hutHere('--help', folder.root);
    const [, commands] = stdout.split('Commands:\n');
    const names = [...commands!.matchAll(/^ {2}(\w+)(?:\|(\w+))?/gm)].flatMap((found) =>
      found.slice(1).filter((name) => name !== undefined),
    );
    expect(inBash('hut ')).toEqual([...names].sort());
  });

  it('offers files where a file is meant', () => {
    expect(inFish('hut build --from not')).toEqual(['notes.txt']);
    expect(inBash('hut build --from not')).toEqual([]);
  });

  it.each([
    ['completion', "missing required argument 'shell'"],
    ['completion csh', 'Allowed choices are bash, zsh, fish.'],
  ])('refuses hut %s: %s', async (line, message) => {
    const { exitCode, stderr } = await hutHere(line, join(folder.root));
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: expect.stringContaining(message) as string,
    });
  });
});
