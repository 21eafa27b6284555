import { stdnum } from 'stdnum';

const gstin = stdnum.IN?.gstin;
if (!gstin) throw new Error('stdnum knows no GSTIN.');

/** npm stdnum's verdict on one text. */
export const judgeByStdnum = gstin.validate;
