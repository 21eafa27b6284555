import type { HeadsOfLaw } from './place-of-supply.ts';

/** Heads as an invoice names them, in every language. */
export const HEAD_NAMES: Readonly<Record<HeadsOfLaw, string>> = {
  'cgst-sgst': 'CGST + SGST',
  'cgst-utgst': 'CGST + UTGST',
  igst: 'IGST',
  none: '0',
};
