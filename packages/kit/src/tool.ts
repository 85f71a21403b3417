import { spawn, spawnSync } from 'node:child_process';
import { HutError } from '@hut/errors';

/** One call of a tool of the user's machine. */
export interface ToolCall {
  readonly program: string;
  readonly args: readonly string[];
}

/** A tool's answer when it could be started and ended well, within a minute, else null. */
export function findToolAnswer({ program, args }: ToolCall, cwd = process.cwd()): string | null {
  const { status, stdout } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Runs a tool in a folder, telling each line that it prints.
 * Throws HutError `tool-failed` (exit code 4) with the tool's own words and the command to resume,
 * `interrupted` (130) when the person pressed Ctrl-C, which ends the tool.
 */
export async function runTool(
  call: ToolCall,
  cwd: string,
  resume: string,
  tell: (line: string) => void,
): Promise<void> {
  const { status, output, isInterrupted } = await spawnTold(call, cwd, tell);
  if (isInterrupted) throw interrupted(resume);
  if (status === 0) return;
  throw new HutError({
    id: 'tool-failed',
    message: `${call.program} ${call.args.join(' ')} failed, the files of the project are written\n${lastLines(output)}`,
    hint: `Resume with: ${resume}`,
    exitCode: 4,
  });
}

function interrupted(resume: string): HutError {
  return new HutError({
    id: 'interrupted',
    message: 'Interrupted, the files of the project are written',
    hint: `Resume with: ${resume}`,
    exitCode: 130,
  });
}

interface ToolEnd {
  readonly status: number | null;
  readonly output: string;
  readonly isInterrupted: boolean;
}

function spawnTold(
  { program, args }: ToolCall,
  cwd: string,
  tell: (line: string) => void,
): Promise<ToolEnd> {
  return new Promise((resolve) => {
    let output = '';
    let isInterrupted = false;
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: toolEnvironment(),
    });
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      tell(chunk.toString().trimEnd().split('\n').at(-1)!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const interrupt = (): void => {
      isInterrupted = true;
      child.kill();
      // What the tool started may hold them open, and nobody waits for it.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const end = (status: number | null): void => {
      process.off('SIGINT', interrupt);
      resolve({ status, output, isInterrupted });
    };
    // Once: who presses Ctrl-C again leaves at once.
    process.once('SIGINT', interrupt);
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

/** Without the virtual environment that the user may stand in: the project gets its own. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment.VIRTUAL_ENV;
  return environment;
}

function lastLines(output: string): string {
  return output
    .trimEnd()
    .split('\n')
    .slice(-20)
    .map((line) => `  ${line}`)
    .join('\n');
}
