import { spawn, spawnSync } from 'node:child_process';
import { HutError } from '@hut/errors';

/** One call of a tool of the user's machine. */
export interface ToolCall {
  readonly program: string;
  readonly args: readonly string[];
}

/** A tool's answer when it could be started and ended well, else null. */
export function findToolAnswer({ program, args }: ToolCall): string | null {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Runs a tool in a folder, telling each line that it prints.
 * Throws HutError `tool-failed` (exit code 4) with the tool's own words and the command to resume.
 */
export async function runTool(
  call: ToolCall,
  cwd: string,
  resume: string,
  tell: (line: string) => void,
): Promise<void> {
  const { status, output } = await spawnTold(call, cwd, tell);
  if (status === 0) return;
  throw new HutError({
    id: 'tool-failed',
    message: `${call.program} ${call.args.join(' ')} failed, the files of the project are written\n${lastLines(output)}`,
    hint: `Resume with: ${resume}`,
    exitCode: 4,
  });
}

function spawnTold(
  { program, args }: ToolCall,
  cwd: string,
  tell: (line: string) => void,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
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
    child.on('error', (error) => resolve({ status: null, output: `${output}${error.message}` }));
    child.on('close', (status) => resolve({ status, output }));
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
