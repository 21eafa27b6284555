import type { HostProbe } from '../../../core/evidence/storefront.ts';
import type { ProbeVisit } from '../../http/probe.ts';
import { headerOf } from './visited-answer.ts';

export const SECURITY_TXT = '/.well-known/security.txt';
export const SECURITY_TXT_BYTES = 32 * 1024;

/** RFC 9116: plain text with at least one Contact line. Null: there is none. */
export function securityTxtOf({ answer }: ProbeVisit): HostProbe['securityTxt'] {
  if (answer?.status !== 200 || !/^text\/plain\b/i.test(headerOf(answer, 'content-type') ?? '')) return null;
  const fields = answer.body
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => /^([a-z-]{1,40}):\s*(\S.*)$/i.exec(line))
    .map((found) => [found?.[1]?.toLowerCase(), found?.[2]] as const);
  if (fields.every(([name]) => name === undefined)) return null;
  const ends = Date.parse(fields.find(([name]) => name === 'expires')?.[1] ?? '');
  return {
    hasContact: fields.some(([name, value]) => name === 'contact' && /^(mailto:|https:|tel:)/i.test(value ?? '')),
    expiresAt: Number.isNaN(ends) ? null : new Date(ends).toISOString(),
  };
}
