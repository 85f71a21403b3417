import { spawn, type ChildProcess } from 'node:child_process';

/** One call of a tool of the user's machine. */
export interface ToolCall {
  readonly program: string;
  readonly args: readonly string[];
  /** Variables of its environment besides those of ours. */
  readonly variables?: Readonly<Record<string, string>>;
}

interface Calling {
  readonly cwd: string;
  /** Told the last line of what it prints, as it prints it. */
  readonly tell?: (line: string) => void;
  /** Ends the tool, and what it started. */
  readonly signal?: AbortSignal;
}

/** How a tool ended. */
export interface ToolEnd {
  /** Null when it could not be started, or was ended. */
  readonly status: number | null;
  /** The last of all that it printed. */
  readonly output: string;
  /** The last of what it printed on standard output. */
  readonly answer: string;
}

/** Of what a tool prints, more is not kept. */
const keptCharacters = 1 << 18;

/** A tool that does not end when it is asked to is killed after these milliseconds. */
const patience = 2000;

/** Calls a tool and waits for its end. Never throws: a tool that can't be started has no status. */
export function callTool(call: ToolCall, { cwd, tell, signal }: Calling): Promise<ToolEnd> {
  return new Promise((resolve) => {
    let [output, answer] = ['', ''];
    const child = spawn(call.program, call.args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...toolEnvironment(), ...call.variables },
      // A group of its own, so that what the tool starts can be ended with it.
      detached: process.platform !== 'win32',
    });
    const hear = (chunk: string): void => {
      output = `${output}${chunk}`.slice(-keptCharacters);
      tell?.(chunk.trimEnd().split('\n').at(-1)!);
    };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      answer = `${answer}${chunk}`.slice(-keptCharacters);
      hear(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', hear);
    const stop = (): void => stopGroup(child);
    const end = (status: number | null): void => {
      signal?.removeEventListener('abort', stop);
      resolve({ status, output, answer });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
  });
}

/** Asks a tool to end, and kills what is left of it and of all that it started. */
function stopGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  // What the tool started may hold them open, and nobody reads them.
  child.stdout?.destroy();
  child.stderr?.destroy();
  const kill = (): void => signalGroup(child, 'SIGKILL');
  const timer = setTimeout(kill, patience);
  child.on('exit', () => {
    clearTimeout(timer);
    kill();
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** Without the virtual environment that the user may stand in: the project has its own. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment.VIRTUAL_ENV;
  return environment;
}
