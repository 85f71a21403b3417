import { styleText } from 'node:util';

/** The text in a colour, where `colours` says that its stream shows them. */
export function paint(
  colours: boolean,
  colour: 'red' | 'green' | 'bold' | 'dim',
  text: string,
): string {
  return colours ? styleText(colour, text, { validateStream: false }) : text;
}
