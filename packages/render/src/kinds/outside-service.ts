import { defineKind, type Contribution } from '../kind.ts';

/** A server that others run, and that the project reaches by a URL. */
export interface OutsideService {
  /** The setting that holds its URL; one without a host, such as `console:`, needs no server. */
  readonly setting: string;
  /** What it is, for people: `Mail server`. */
  readonly title: string;
  /** Where it listens when the URL does not say: by scheme, and by scheme and query where that decides. */
  readonly ports: Readonly<Record<string, number>>;
}

/** Key: setting; two of one setting clash. Order: setting. */
export const outsideServiceKind = defineKind<OutsideService>({
  id: 'outside-service',
  key: ({ setting }) => setting,
  meet: 'clash',
  form: { setting: 'text', title: 'text', ports: { mapOf: 'number' } },
});

/** Reaches a server that nobody starts for the project. */
export function outsideService(
  setting: string,
  about: Omit<OutsideService, 'setting'>,
): Contribution<OutsideService> {
  return { kind: outsideServiceKind, item: { setting, ...about } };
}
