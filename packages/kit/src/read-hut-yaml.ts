import { HutError } from '@hut/errors';
import type { Workspace } from './workspace.ts';

/** The text of a project's hut.yaml, or null in a new project. Throws HutError `unreadable` when it is no text. */
export function readHutYaml(workspace: Workspace): string | null {
  const text = workspace.read('hut.yaml')?.text ?? null;
  if (text === null || typeof text === 'string') return text;
  throw new HutError({
    id: 'unreadable',
    message: `hut.yaml cannot be read: ${text.unreadable}`,
    hint: 'Save it as UTF-8 text and run the command again.',
  });
}
