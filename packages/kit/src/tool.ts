import { spawnSync } from 'node:child_process';
import { HutError } from '@hut/errors';
import { callTool, toolEnvironment, type ToolCall } from './call-tool.ts';
import { untilInterrupted } from './until-interrupted.ts';

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
  await untilInterrupted(async (signal) => {
    const { status, output } = await callTool(call, { cwd, tell, signal });
    if (signal.aborted) throw interrupted(resume);
    if (status === 0) return;
    throw new HutError({
      id: 'tool-failed',
      message: `${toLine(call)} failed, the files of the project are written\n${lastLines(output)}`,
      hint: `Resume with: ${resume}`,
      exitCode: 4,
    });
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

/** A call as a message names it. */
export function toLine({ program, args }: ToolCall): string {
  return [program, ...args].join(' ');
}

/** The end of what a tool printed, indented below a message. */
export function lastLines(output: string): string {
  return output
    .trimEnd()
    .split('\n')
    .slice(-20)
    .map((line) => `  ${line}`)
    .join('\n');
}
