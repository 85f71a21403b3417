import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HutError } from '@hut/errors';
import { callTool, type ToolCall, type ToolEnd } from '../call-tool.ts';
import { findActive, type Lookup } from '../lookup.ts';
import { enterEnvironment, likelyInstaller } from '../next-steps.ts';
import { readState, type ProjectState } from '../project-state.ts';
import { installCalls, ownEnvironment, programsOf } from '../python.ts';
import { readHutYaml } from '../read-hut-yaml.ts';
import { readProject } from '../read-project.ts';
import { diskWorkspace, type Workspace } from '../workspace.ts';
import { examineKeys, examineMode } from './examine-env.ts';
import { examineGit } from './examine-git.ts';
import { examineMade } from './examine-made.ts';
import { examineRendered } from './examine-rendered.ts';
import { examineRuns } from './examine-runs.ts';
import { examineServices, reachesSetting } from './examine-services.ts';
import { examineTools } from './examine-tools.ts';
import type { ExamineContext } from './examine.ts';
import { well, wrong, type Finding } from './finding.ts';

interface Examination {
  /** The folder of the project; null outside of one. */
  readonly root: string | null;
  readonly lookup: Lookup;
  readonly version: string;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** A tool that takes longer is ended: starting an interpreter takes seconds where others work, too. */
const limit = 10_000;

/** The lowest Python of new projects, where there is no project to ask. */
const lowestPython = '3.11';

/**
 *     tools                                            everywhere
 *     hut.yaml, runs, .env, git                        in a project, however broken
 *     rendered files, base, keys, services             where its hut.yaml can be rendered
 *     what each generator knows (`examine`)            likewise
 *
 * Looks, and changes nothing. Never throws: what can't be looked at is a finding.
 */
export async function examineProject(examination: Examination): Promise<readonly Finding[]> {
  const { root, signal } = examination;
  const call = callIn(root ?? process.cwd(), signal);
  if (root === null) return orFinding('tools', () => examineTools(call, lowestPython));
  const workspace = diskWorkspace(root);
  const read = readStateOf(workspace, examination);
  const { state } = read;
  const python = state?.blueprint.python ?? lowestPython;
  const found = await Promise.all([
    orFinding('tools', () => examineTools(call, python)),
    [read.finding],
    orFinding('runs', () => examineRuns(root)),
    orFinding('env', () => examineMode(root)),
    orFinding('git', () => examineGit(call)),
    ...(state === null ? [] : examineState(state, examination.lookup, call)),
  ]);
  return found.flat();
}

type Call = (tool: ToolCall) => Promise<ToolEnd>;

function callIn(cwd: string, signal: AbortSignal): Call {
  return async (tool) => {
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    const timer = setTimeout(stop, limit);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      return await callTool(tool, { cwd, signal: controller.signal });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  };
}

function readStateOf(
  workspace: Workspace,
  { lookup, version }: Examination,
): { readonly state: ProjectState | null; readonly finding: Finding } {
  try {
    const text = readHutYaml(workspace)!;
    const state = readState({
      workspace,
      lookup,
      version,
      hutYaml: { before: text, after: text },
    });
    return { state, finding: well('hut-yaml', 'hut.yaml', `right, for hut ${version}`) };
  } catch (error) {
    return { state: null, finding: failure('hut-yaml', 'hut.yaml', error) };
  }
}

function examineState(
  state: ProjectState,
  lookup: Lookup,
  call: Call,
): readonly Promise<readonly Finding[]>[] {
  const context = toContext(state, call);
  const examined = findActive(lookup, state.blueprint).flatMap(({ definition }) =>
    definition.examine === undefined ? [] : [definition],
  );
  return [
    orFinding('rendered', () => examineRendered(state)),
    orFinding('made', () => examineMade(state, lookup)),
    orFinding('env', () => examineKeys(state.workspace, state.assembled)),
    orFinding('service', () => examineServices(state)),
    ...examined.map(({ id, examine }) => orFinding(id, () => examine!(context))),
  ];
}

function toContext(state: ProjectState, call: Call): ExamineContext {
  const { workspace, blueprint } = state;
  const installer = likelyInstaller();
  const programs = programsOf(join(workspace.root, ownEnvironment));
  return {
    ...readProject(workspace),
    blueprint,
    entities: blueprint.entities,
    call,
    program: (name) =>
      [join(programs, name), join(programs, `${name}.exe`)].find((path) => existsSync(path)) ??
      null,
    enter: (command) => `${enterEnvironment(installer)}${command}`,
    install: installCalls(installer).line,
    hasUv: installer.kind === 'uv',
    reaches: (setting) => reachesSetting(state, setting),
  };
}

async function orFinding(
  check: string,
  examine: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await examine();
  } catch (error) {
    return [failure(check, check, error)];
  }
}

function failure(check: string, where: string, error: unknown): Finding {
  const { message } = error as Error;
  const what = message.split('\n').join(' ');
  const fix = error instanceof HutError ? error.hint.split('\n').join(' ') : 'Look after it';
  return wrong(check, { where, what, fix });
}
