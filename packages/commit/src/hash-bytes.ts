import { hash } from 'node:crypto';

/** The sha256 of a file's bytes, in hex. */
export type Sha = string;

/** Takes bytes, or text that is written as UTF-8; returns their {@link Sha}. */
export function hashBytes(bytes: Uint8Array | string): Sha {
  return hash('sha256', bytes, 'hex');
}
