/** Tasks that come with work of their own: each has a folder of templates, `task-<name>`, and may need capabilities. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  email: ['mailer'],
  notification: [],
  report: [],
  upload: [],
};

/** The folder of the templates of a task: its own, or that of a task which a person fills. */
export function folderOf(task: string): string {
  return Object.hasOwn(SAMPLES, task) ? `task-${task}` : 'task';
}

/** The capabilities that tasks of these names need. */
export function requirementsOf(tasks: readonly string[]): readonly string[] {
  return [
    ...new Set(tasks.flatMap((task) => (Object.hasOwn(SAMPLES, task) ? SAMPLES[task]! : []))),
  ];
}
