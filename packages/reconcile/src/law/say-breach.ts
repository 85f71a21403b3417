import type { Breach } from './count-law.ts';

const LONGEST = 60;

/** A breach of the law, said to a person. */
export function sayBreach({ what }: Breach, thing: string): string {
  const name = `"${shorten(thing)}"`;
  if (what === 'doubled') return `${name} would be there twice`;
  if (what === 'kept') return `${name} would stay though one side removed it`;
  return `${name} would be lost`;
}

/** At most as much of a text as a message can bear. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
