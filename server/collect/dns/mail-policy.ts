import type { MailPolicyMode } from '../../../core/evidence/dns.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';

const TIMEOUT_MS = 8_000;
/** As RFC 8461 advises. */
const MAX_BYTES = 64 * 1024;

/**
 * The mode of the file that an MTA-STS record points to (RFC 8461): served by its own host, over a good certificate,
 * without a redirect.
 * @throws the reason of `signal` alone
 */
export async function mailPolicyMode(
  domain: string,
  { guardedFetch, signal, ends }: { guardedFetch: GuardedFetch; signal: AbortSignal; ends: AbortSignal },
): Promise<MailPolicyMode> {
  const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
  try {
    const either = AbortSignal.any([signal, ends]);
    const answer = await guardedFetch(url, { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, signal: either });
    return answer.status === 200 && answer.url === url ? modeIn(answer.text()) : 'unreadable';
  } catch {
    signal.throwIfAborted();
    return 'unreadable';
  }
}

/** "mode: enforce" beside "version: STSv1"; a file without both is none. */
function modeIn(text: string): MailPolicyMode {
  const fields = new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
    }),
  );
  const mode = fields.get('mode');
  if (fields.get('version') !== 'STSv1') return 'unreadable';
  return mode === 'enforce' || mode === 'testing' || mode === 'none' ? mode : 'unreadable';
}
