/**
 * Merges again what people merged: every file that both parents of a merge commit changed, by us and by
 * `git merge-file`, against what was committed.
 *   npm run real-merges -- path/to/repository ... [--most 400] [--json] [--show class]
 */
import { parseArgs } from 'node:util';
import { importBundled } from '../packages/reconcile/scripts/bundle.mjs';
import { collectCases } from './real-merges/collect.mjs';
import { openGitMerge } from './real-merges/git-merge.mjs';
import { printSummary, showCase, summarise } from './real-merges/print.mjs';
import { CLASSES, scoreCases } from './real-merges/score.mjs';

const { values, positionals: repositories } = readArguments();
const { mergeTexts, toFileKind } = await importBundled('src/reconcile.ts');
const { scanPython } = await importBundled('src/python/statement.ts');
const documents = await importBundled('src/documents/parse-documents.ts');
const parsers = { toml: documents.parseToml, yaml: documents.parseYaml, json: documents.parseJson };
const engine = { mergeTexts, toFileKind, scanPython, parsers };
const rules = { most: Number(values.most), isMerged: (path) => toFileKind(path) !== 'text' };

const cases = repositories.flatMap(collectFrom);
for (const { path, base, mine, next } of cases.slice(0, 20)) mergeTexts(path, base, mine, next);
const git = openGitMerge();
const scored = scoreCases(cases, { git, engine });
git.close();
for (const one of scored.filter((found) => found.class === values.show)) showCase(one);
if (values.json) console.log(JSON.stringify(toReport(), undefined, 2));
else printSummary(scored);

function readArguments() {
  const options = {
    most: { type: 'string', default: '400' },
    json: { type: 'boolean', default: false },
    show: { type: 'string' },
  };
  const read = parseArgs({ options, allowPositionals: true });
  if (
    read.positionals.length === 0 ||
    !(Number(read.values.most) > 0) ||
    isUnknown(read.values.show)
  ) {
    console.error(
      'real-merges <repository>... [--most N] [--json] [--show <class>], where a class is one of\n',
    );
    for (const [name, says] of Object.entries(CLASSES))
      console.error(`  ${name.padEnd(12)}${says}`);
    process.exit(3);
  }
  return read;
}

function isUnknown(name) {
  return name !== undefined && !(name in CLASSES);
}

/** A repository that can't be read is said and left out: the others still count. */
function collectFrom(repository) {
  try {
    const found = [...collectCases(repository, rules)].map((one) => ({ ...one, repository }));
    console.error(`${repository}: ${found.length} files`);
    return found;
  } catch (error) {
    console.error(`${repository}: ${error.message}`);
    process.exitCode = 1;
    return [];
  }
}

function toReport() {
  const noted = scored.filter((one) => !['right', 'conflict'].includes(one.class));
  const shown = noted.map(({ repository, commit, path, class: name, merge, faults }) => {
    const reason = merge.ok ? undefined : merge.reason;
    return { repository, commit, path, class: name, reason, faults };
  });
  return { ...summarise(scored), noted: shown };
}
