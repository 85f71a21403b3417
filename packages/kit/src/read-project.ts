import { readRecords } from './made-record.ts';
import type { ProjectReader } from './make.ts';
import type { Workspace } from './workspace.ts';

/** A project for what makes files once. The records are read when somebody asks for them. */
export function readProject(workspace: Workspace): ProjectReader {
  let made: ProjectReader['made'] | undefined;
  return {
    root: workspace.root,
    read: (path) => {
      const text = workspace.read(path)?.text;
      return typeof text === 'string' ? text : null;
    },
    list: (folder) => workspace.list(folder),
    get made() {
      return (made ??= readRecords(workspace));
    },
  };
}
