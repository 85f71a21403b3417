import { defineKind, type Contribution } from '../kind.ts';

/** A file or folder that the application writes, and that must outlive its process. */
export interface Storage {
  /** The setting that says where it is. */
  readonly setting: string;
  /** What stands before the path there: `sqlite+aiosqlite:///`. */
  readonly prefix: string;
  /** What it is called in whatever folder it lies: `shop.db`. */
  readonly name: string;
}

/** Key: setting; equal or clash. Order: setting. */
export const storageKind = defineKind<Storage>({
  id: 'storage',
  key: ({ setting }) => setting,
  meet: 'equal',
  form: { setting: 'text', prefix: 'text', name: 'text' },
});

/** Keeps a file or folder, whose place stands in a setting. */
export function storage(setting: string, about: Omit<Storage, 'setting'>): Contribution<Storage> {
  return { kind: storageKind, item: { setting, ...about } };
}
