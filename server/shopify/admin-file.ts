import type { OpenStream, OutboundStream } from '../http/guarded-fetch.ts';
import { OutboundFailedError, OutboundRefusedError } from '../http/outbound-errors.ts';
import { textLines } from '../http/text-lines.ts';
import { AdminUnreachableError, EvidenceShapeError } from './admin-errors.ts';

const ATTEMPTS = 3;
const BACKOFF_MS = 2_000;
/** An order with 250 custom attributes is far below. */
const MAX_LINE_CHARS = 4 * 1024 * 1024;

export interface AdminFileParts {
  readonly openStream: OpenStream;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * The lines of a file whose address Shopify named. It lies on another host, is fetched without a token, and is tried
 * again only before its first line.
 *
 * @throws {AdminUnreachableError} the file is gone, or breaks off
 * @throws {EvidenceShapeError} it is too large or badly packed, or lies where nothing public is
 */
export async function* adminFileLines(
  { openStream, sleep }: AdminFileParts,
  url: string,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  try {
    const { body } = await opened({ openStream, sleep }, url, signal);
    yield* textLines(body, { maxChars: MAX_LINE_CHARS });
  } catch (error) {
    if (error instanceof OutboundRefusedError) throw new EvidenceShapeError('Shopify', error);
    if (!(error instanceof OutboundFailedError)) throw error;
    const isReadable = error.reason === 'unreachable' || error.reason === 'timed-out';
    throw isReadable ? new AdminUnreachableError(error) : new EvidenceShapeError("Shopify's file", error);
  }
}

async function opened(
  { openStream, sleep }: AdminFileParts,
  url: string,
  signal: AbortSignal | undefined,
): Promise<OutboundStream> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await openStream(url, signal ? { signal } : {}).catch((error: unknown) => {
      const mayTryAgain = error instanceof OutboundFailedError && attempt < ATTEMPTS;
      if (!mayTryAgain) throw error;
      return null;
    });
    if (answer?.status === 200) return answer;
    const mayTryAgain = answer === null || answer.status >= 500;
    if (answer) await discard(answer);
    if (!mayTryAgain || attempt >= ATTEMPTS) {
      throw new AdminUnreachableError(new Error(`HTTP ${answer?.status ?? 0} for the file that Shopify named`));
    }
    await sleep(BACKOFF_MS * attempt, signal);
  }
}

/** An answer that nobody reads would hold its connection. */
async function discard({ body }: OutboundStream): Promise<void> {
  try {
    for await (const _piece of body) break;
  } catch {
    // It was not wanted.
  }
}
