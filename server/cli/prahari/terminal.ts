import { styleText } from 'node:util';
import type { Output } from './output.ts';

/** Where a command speaks. */
export interface Terminal {
  /** Results. */
  readonly out: Output;
  /** One line beside the results, about what could not be read. */
  complain(line: string): void;
  /** Whether the results are read by a person who sees colours. */
  readonly hasColours: boolean;
}

export type Colour = 'green' | 'red' | 'yellow' | 'dim';

export function coloured({ hasColours }: Terminal, colour: Colour, text: string): string {
  return hasColours ? styleText(colour, text, { validateStream: false }) : text;
}

/** Text that others wrote, in one line and without characters that steer a terminal or show nothing. */
export function printable(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '?');
}

/** A cell of a table, cut or filled to its width. */
export function cell(text: string, width: number): string {
  const characters = [...text];
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : text.padEnd(width);
}
