import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runTool } from './run-tool.mjs';
import { shopEdits } from './shop-edits.mjs';

/** Writes a tree with Jostraca's components, as the merge of its documents asks for. */
const generate = `
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Content, File, Folder, Jostraca, Project } from 'jostraca'
const [tree, folder] = process.argv.slice(2)
const write = (from) => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, entry.name)
    if (entry.isDirectory()) Folder({ name: entry.name }, () => write(path))
    else File({ name: entry.name }, () => Content(readFileSync(path, 'utf8')))
  }
}
const jostraca = Jostraca({ existing: { txt: { merge: true } } })
await jostraca.generate({ folder }, () => Project({ folder: '.' }, () => write(tree)))
`;

/** Jostraca, as a generator of the trees that merges. */
export function openJostraca({ work, trees }) {
  const home = join(work, 'jostraca');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }\n');
  mustRun(['npm', 'install', '--no-audit', '--no-fund', '--silent', 'jostraca'], home);
  writeFileSync(join(home, 'generate.mjs'), generate);
  const command = (folder, tree) => [process.execPath, 'generate.mjs', trees[tree], folder];
  const about = readFileSync(join(home, 'node_modules', 'jostraca', 'package.json'), 'utf8');
  return {
    title: `Jostraca ${JSON.parse(about).version}`,
    edits: shopEdits,
    create: (folder) => mustRun(command(folder, 'none'), home),
    change: (folder, tree) => runTool(command(folder, tree), home),
    changeCommand: (tree, folder) => command(folder, tree),
    commandFolder: home,
    loseBase: (folder) => rmSync(join(folder, '.jostraca'), { recursive: true }),
    ignored: /^\.(git|jostraca)\//,
  };
}
