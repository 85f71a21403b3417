import { rmSync } from 'node:fs';
import { requireBuiltHut } from '@hut/testing';
import { expectOneOf, hut, itSurvivesKills, parent, root, snapshot } from './survive-kills.ts';

const build = ['build', 'shop', '--yes', '--no-install', '--no-git'];
const prepare = (): void => rmSync(root, { recursive: true, force: true });

describe('a first build', () => {
  let built = '';
  beforeAll(() => {
    hut(build, parent);
    built = snapshot();
  });

  const ring = {
    command: [process.execPath, requireBuiltHut(), ...build],
    cwd: parent,
    prepare,
    check: (at: { number: number; call: string }) => {
      hut(build, parent);
      expectOneOf([built], at);
    },
  };
  itSurvivesKills('first build', ring, 100);
});
