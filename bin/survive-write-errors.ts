const { stdout, stderr } = process;

/**
 * Keeps the command at work when nobody reads what it prints (`| head`), which is no failure; a full disk behind
 * its output is one: exit code 4, unless there is another one already. Without this Node ends with a stack.
 */
export function surviveWriteErrors(): void {
  let isTold = false;
  const hear = ({ code }: NodeJS.ErrnoException): void => {
    if (code === 'EPIPE' || isTold) return;
    isTold = true;
    process.on('exit', (exitCode) => (process.exitCode = exitCode === 0 ? 4 : exitCode));
    stderr.write(`The output could not be written (${code}); what it says may be incomplete\n`);
  };
  stdout.on('error', hear);
  stderr.on('error', hear);
}
