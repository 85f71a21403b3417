import { defineKind, type Contribution } from '../kind.ts';

/** A server that must run beside the project. */
export interface BackingService {
  /** What it is, for people: `PostgreSQL`. */
  readonly title: string;
  /** The setting that holds its URL. */
  readonly setting: string;
  /** Where it listens, when the URL does not say. */
  readonly port: number;
  /** A line that starts one for a developer. */
  readonly start: string;
}

/** Key: setting; equal or clash. Order: setting. */
export const backingServiceKind = defineKind<BackingService>({
  id: 'backing-service',
  key: ({ setting }) => setting,
  meet: 'equal',
});

/** Needs a server, whose URL stands in a setting. */
export function backingService(
  setting: string,
  about: Omit<BackingService, 'setting'>,
): Contribution<BackingService> {
  return { kind: backingServiceKind, item: { setting, ...about } };
}
