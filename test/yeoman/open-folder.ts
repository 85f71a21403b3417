import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder of a test. */
export interface Folder {
  readonly root: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string | Buffer) => void;
  /** Replaces the first `from` in a file; throws when the file does not say it. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly has: (path: string) => boolean;
  /** Text of every file by path, without the records of runs. */
  readonly files: () => Readonly<Record<string, string>>;
  /** The commands of the recorded runs of a project in it. */
  readonly runs: (project: string) => readonly string[];
  readonly remove: () => void;
}

/** A new temporary folder; `remove` it when the test is done. */
export function openFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'hut-yo-'));
  const at = (path: string): string => join(root, path);
  const read = (path: string): string => readFileSync(at(path), 'utf8');
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  return {
    root,
    read,
    write,
    has: (path) => existsSync(at(path)),
    edit: (path, from, to) => {
      if (!read(path).includes(from)) throw new Error(`${path} does not say ${from}`);
      write(
        path,
        read(path).replace(from, () => to),
      );
    },
    files: () => Object.fromEntries(listFiles(root).map((path) => [path, read(path)])),
    runs: (project) => {
      const runs = join(project, '.hut', 'runs');
      return readdirSync(at(runs))
        .sort()
        .map((id) => (JSON.parse(read(join(runs, id, 'run.json'))) as { command: string }).command);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes('.hut/runs/'))
    .sort();
}
