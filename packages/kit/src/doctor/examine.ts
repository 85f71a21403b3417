import type { Blueprint, Entity } from '@hut/blueprint';
import type { ToolCall, ToolEnd } from '../call-tool.ts';
import type { ProjectReader } from '../make.ts';
import type { Finding } from './finding.ts';

/** What a generator sees while it examines a project for `hut doctor`. */
export interface ExamineContext extends ProjectReader {
  readonly blueprint: Blueprint;
  readonly entities: readonly Entity[];
  /** Calls a tool in the folder of the project; one that takes too long is ended, and has no status. */
  readonly call: (call: ToolCall) => Promise<ToolEnd>;
  /** A program of the project's own environment, or null when there is no such environment. */
  readonly program: (name: string) => string | null;
  /** The line that runs a command in that environment: `uv run alembic upgrade head`. */
  readonly enter: (command: string) => string;
  /** The line that installs the project. */
  readonly install: string;
  /** Whether uv is what installs it. */
  readonly hasUv: boolean;
  /** Whether a server answers at the URL of a setting; also when none is needed there. */
  readonly reaches: (setting: string) => Promise<boolean>;
}

/** Looks at what a generator knows of a project; changes nothing. What it throws becomes a finding. */
export type Examine = (context: ExamineContext) => Promise<readonly Finding[]>;
