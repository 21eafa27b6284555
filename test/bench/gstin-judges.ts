import { createRequire } from 'node:module';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { judgeByStdnum } from './stdnum-judge.ts';

/** Says whether a text could be a GSTIN. */
export type Judge = (text: string) => boolean;

const require = createRequire(import.meta.url);
const validators = require('@ashwinbande/validators') as { gstin: Judge };

/** Ours tells layout, State, PAN and reason too. */
export const JUDGES = {
  prahari: (text) => judgeGstin(text).ok,
  '@ashwinbande/validators 1.0.7': (text) => validators.gstin(text),
  'stdnum 1.12.0': (text) => judgeByStdnum(text).isValid,
} as const satisfies Readonly<Record<string, Judge>>;

export type JudgeName = keyof typeof JUDGES;
