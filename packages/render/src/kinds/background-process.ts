import { defineKind, type Contribution } from '../kind.ts';

/** A process of the application that runs beside the one that serves it. */
export interface BackgroundProcess {
  /** `worker`. */
  readonly name: string;
  /** Program and arguments, in the project's environment and folder. */
  readonly command: readonly string[];
  /** A command that ends with 0 while the process is well, or null where nothing can be asked. */
  readonly health: readonly string[] | null;
}

/** Key: name; two of one name clash. Order: name. */
export const backgroundProcessKind = defineKind<BackgroundProcess>({
  id: 'process',
  key: ({ name }) => name,
  meet: 'clash',
  form: { name: 'text', command: { listOf: 'text' }, health: { orNull: { listOf: 'text' } } },
});

/** Runs a command beside the application, with its settings. */
export function backgroundProcess(
  name: string,
  about: Omit<BackgroundProcess, 'name'>,
): Contribution<BackgroundProcess> {
  return { kind: backgroundProcessKind, item: { name, ...about } };
}
