import { writtenValue } from '@hut/blueprint';

/** Packages of generators by name, each with the exact version that a project is rendered with. */
export type Pins = Readonly<Record<string, string>>;

/**
 * What a hut.yaml says under `plugins`, before it is checked: its checking needs the generators that are loaded by it.
 * Most projects have none, and their text is not parsed for it.
 */
export function readPins(hutYaml: string): Pins {
  if (!/^["']?plugins["']?\s*:(?!\s*\{\s*\}\s*$)/mu.test(hutYaml)) return {};
  const written = writtenValue(hutYaml, ['plugins']);
  if (typeof written !== 'object' || written === null) return {};
  const entries = Object.entries(written as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([name, version]) => [name, String(version)]));
}
