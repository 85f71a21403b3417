/** What a package of generators of other people costs each command of a project that names it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const fixture = 'test/rings/plugins/fixtures/generator-hut-greeting';
const [without, packed] = ['hut sync', 'hut sync, with a package'];

/** The same command in the same project, without the package and with it. */
export function packageCandidates({ root, work, node, hut }) {
  // Whom this user trusts is left alone.
  process.env.XDG_CONFIG_HOME = join(work, 'config');
  const plain = join(work, 'plain');
  const run = (cwd, ...words) => execFileSync(node, [hut, ...words], { cwd, stdio: 'ignore' });
  run(work, 'build', plain, '--yes', '--no-install', '--no-git');
  const modules = join(work, 'packed', 'node_modules');
  mkdirSync(modules, { recursive: true });
  cpSync(join(root, fixture), join(modules, 'generator-hut-greeting'), { recursive: true });
  symlinkSync(root, join(modules, 'generator-hut'));
  const shop = join(work, 'packed', 'shop');
  cpSync(plain, shop, { recursive: true });
  run(shop, 'plugin', 'trust', 'generator-hut-greeting@1.2.0');
  execFileSync(
    'sed',
    ['-i', 's/^plugins: {}$/plugins: { generator-hut-greeting: 1.2.0 }/', 'hut.yaml'],
    { cwd: shop },
  );
  run(shop, 'add', 'greeting', '--yes', '--no-install');
  run(shop, 'sync', '--yes');
  return [
    { name: without, command: [node, hut, 'sync'], cwd: plain },
    { name: packed, command: [node, hut, 'sync'], cwd: shop },
  ];
}

/** What the budget is, measured and wanted. */
export function packageBudgets(row) {
  const ratio = row(packed).min / row(without).min;
  return [[packed, `${ratio.toFixed(2)} x hut sync`, '<= 1.40 x', ratio <= 1.4]];
}
