import { styleText } from 'node:util';
import type { Shell } from './shell.ts';

/** The text in a colour where the terminal shows colours. */
export function paint(
  { colours }: Shell,
  colour: 'red' | 'green' | 'bold' | 'dim',
  text: string,
): string {
  return colours ? styleText(colour, text, { validateStream: false }) : text;
}
