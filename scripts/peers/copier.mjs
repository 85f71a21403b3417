import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, mustRun, runTool } from './run-tool.mjs';
import { shopEdits } from './shop-edits.mjs';
import { layOver } from './trees.mjs';

/** Versions of the template, oldest first: copier goes to newer ones only. */
const versions = [
  ['none', '1.0.0'],
  ['python', '1.5.0'],
  ['article', '2.0.0'],
  ['none', '3.0.0'],
];

/** copier, with a template whose versions are the trees. */
export function openCopier({ work, trees }) {
  const home = join(work, 'copier');
  const template = join(home, 'template');
  mustRun(['uv', 'venv', '-q', join(home, 'venv')], work);
  mustRun(['uv', 'pip', 'install', '-q', '--python', join(home, 'venv'), 'copier'], work);
  const copier = join(home, 'venv', 'bin', 'copier');
  for (const [tree, version] of versions) makeVersion(template, trees[tree], version);
  const change = (tree) => {
    const version = tree === 'none' ? '3.0.0' : versions.find(([name]) => name === tree)[1];
    return [copier, 'update', '--defaults', '--quiet', '--vcs-ref', version];
  };
  return {
    title: `copier ${mustRun([copier, '--version'], work).said.trim().split(' ').at(-1)}`,
    edits: shopEdits,
    create: (folder) => {
      const from = ['--vcs-ref', '1.0.0', `git+file://${template}`, folder];
      mustRun([copier, 'copy', '--defaults', '--quiet', ...from], work);
    },
    // It demands a repository without changes that are not committed.
    change: (folder, tree) => {
      commitAll(folder, 'edited');
      return runTool(change(tree), folder);
    },
    changeCommand: change,
    loseBase: (folder) => rmSync(join(folder, '.copier-answers.yml')),
    ignored: /^(\.git\/|\.copier-answers\.yml$)/,
  };
}

function makeVersion(template, tree, version) {
  rmSync(join(template, 'project'), { recursive: true, force: true });
  mkdirSync(join(template, 'project'), { recursive: true });
  layOver(tree, join(template, 'project'));
  writeFileSync(join(template, 'copier.yml'), '_subdirectory: project\n');
  writeFileSync(
    join(template, 'project', '{{ _copier_conf.answers_file }}.jinja'),
    '{{ _copier_answers|to_nice_yaml }}\n',
  );
  commitAll(template, version);
  mustRun(['git', 'tag', version], template);
}
