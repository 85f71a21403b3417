import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pythonEnvironment, requireUv, runHut, runTool } from '@hut/testing';
import { parse } from 'yaml';

/** A step of a workflow that runs something. */
export interface RunStep {
  readonly name: string;
  readonly run: string;
}

/** A project that was pushed, as its workflow finds it. */
export interface Checkout {
  readonly root: string;
  /** The steps of each job that run something, in the order of the workflow. */
  readonly jobs: Readonly<Record<string, readonly RunStep[]>>;
  /** Runs a step as the runner of GitHub does: each line must end with 0. */
  readonly run: (
    step: RunStep,
  ) => Promise<{ readonly status: number | null; readonly output: string }>;
  /** Replaces a text of a file; answers how to put it back. */
  readonly edit: (path: string, from: string, to: string) => () => void;
  readonly close: () => void;
}

/** Builds `shop` with these words and an entity, locks it, and shows it to git; `variables` stand in for the network. */
export function openCheckout(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Checkout {
  const parent = mkdtempSync(join(tmpdir(), 'hut-checkout-'));
  const root = join(parent, 'shop');
  const hut = (...args: readonly string[]): void =>
    expect(runHut([...args, '--yes', '--quiet'], parent)).toMatchObject({ exitCode: 0 });
  hut('build', 'shop', '--no-install', ...words);
  hut('add', 'crud', 'Article', 'title:string:120', '--cwd', 'shop');
  runTool(requireUv(), ['lock', '--quiet'], root);
  runTool('git', ['add', '--all'], root);
  const workflow = readWorkflow(root);
  const environment = {
    ...pythonEnvironment(),
    ...workflow.env,
    ...variables,
    PATH: `${dirname(requireUv())}${delimiter}${process.env.PATH ?? ''}`,
    PRE_COMMIT_HOME: join(parent, 'pre-commit'),
    // Types are a step of their own: once is enough.
    SKIP: 'mypy',
  };
  return {
    root,
    jobs: workflow.jobs,
    run: (step) => runStep(step, root, environment),
    edit: (path, from, to) => editFile(join(root, path), from, to),
    close: () => rmSync(parent, { recursive: true, force: true }),
  };
}

interface Workflow {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Partial<RunStep>[] }>>;
}

function readWorkflow(root: string): Pick<Workflow, 'env'> & Pick<Checkout, 'jobs'> {
  const { env, jobs } = parse(
    readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8'),
  ) as Workflow;
  const isRun = (step: Partial<RunStep>): step is RunStep => step.run !== undefined;
  const runs = Object.entries(jobs).map(
    ([name, { steps }]) => [name, steps.filter(isRun)] as const,
  );
  return { env, jobs: Object.fromEntries(runs) };
}

async function runStep({ run }: RunStep, cwd: string, env: NodeJS.ProcessEnv) {
  const shell = spawn('bash', ['-e', '-c', run], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => shell.on('close', resolve));
  const [status, ...said] = await Promise.all([ended, text(shell.stdout), text(shell.stderr)]);
  return { status, output: said.join('\n') };
}

function editFile(path: string, from: string, to: string): () => void {
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(path, before.replace(from, to));
  return () => writeFileSync(path, before);
}
