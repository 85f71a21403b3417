import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHut } from '@hut/testing';

/** Runs hut; throws what it says when it fails. */
export function hut(words: readonly string[], folder: string): void {
  const { exitCode, stderr } = runHut(words, folder);
  if (exitCode !== 0) throw new Error(stderr);
}

/** Makes the project `shop` without installing anything. */
export function buildShop(root: string): void {
  hut(['build', root, '--yes', '--no-install', '--no-git'], tmpdir());
}

/** By hand, as a person would; throws when the file does not say `from`. */
export function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(path, text.replace(from, to));
}

/**
 * A project whose hut.yaml was edited: half of the domain goes, the rest changes, and the person has edited the files
 * that both are wired in. `hut sync` creates, merges and deletes.
 */
export function startEdited(root: string): void {
  buildShop(root);
  hut(['add', 'crud', 'Article', 'title:string', '--yes'], root);
  hut(['add', 'model', 'Note', 'text:string', '--yes'], root);
  edit(join(root, 'app/models/__init__.py'), '__all__', 'KEPT = 1\n\n__all__');
  edit(
    join(root, 'app/factory.py'),
    '    app.include_router(health.router)\n',
    '    app.include_router(health.router)\n    app.state.ours = True\n',
  );
  edit(join(root, 'app/models/note.py'), 'class Note', '# Ours.\nclass Note');
  edit(
    join(root, 'hut.yaml'),
    '  Article:\n    fields:\n      title: string\n    layers: endpoint\n',
    '',
  );
  edit(join(root, 'hut.yaml'), 'text: string\n', 'text: string\n      stars: int:default=0\n');
  edit(join(root, 'hut.yaml'), '"3.11"', '"3.12"');
}
