import { recover, type Recovery } from '@hut/commit';

/**
 * Finishes what a killed command left in a folder, before it is read, and tells the person so: a command that
 * completed one of theirs must not look as if it had refused, or done, something else. Throws HutError.
 */
export function recoverProject(root: string, tell: (text: string) => void): void {
  const recovery = recover(root);
  if (recovery !== null) tell(describe(recovery));
}

function describe({ did, command }: Recovery): string {
  const which = command === '' ? 'A command' : `"${command}"`;
  return did === 'rolled-forward'
    ? `${which} had been killed while it wrote: it is completed now.`
    : `${which} had been killed while it wrote: it is taken back, the project is as before it.`;
}
