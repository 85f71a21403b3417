import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireBuiltHut } from '@hut/testing';
import { expectOneOf, hut, itSurvivesKills, parent, root, snapshot } from './survive-kills.ts';

const build = ['build', 'shop', '--yes', '--no-install', '--no-git'];
const change = ['build', '--yes', '--python', '3.12', '-C', root];
const kept = join(parent, 'kept');

describe('a run over an edited project with a changed option', () => {
  let [before, after] = ['', ''];
  beforeAll(() => {
    hut(build, parent);
    const readme = join(root, 'README.md');
    writeFileSync(readme, `${readFileSync(readme, 'utf8')}\nOurs.\n`);
    before = snapshot();
    cpSync(root, kept, { recursive: true });
    hut(change, parent);
    after = snapshot();
    expect(after).not.toBe(before);
  });

  const ring = {
    command: [process.execPath, requireBuiltHut(), ...change],
    cwd: parent,
    prepare: () => {
      rmSync(root, { recursive: true, force: true });
      cpSync(kept, root, { recursive: true });
    },
    check: (at: { number: number; call: string }) => {
      hut(['build', '--yes'], root);
      expectOneOf([before, after], at);
    },
  };
  itSurvivesKills('changed run', ring, 20);
});
