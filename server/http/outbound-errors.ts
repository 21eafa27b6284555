import { AppError } from '../errors.ts';

export type RefusalReason =
  | 'not-an-address'
  | 'not-https'
  | 'credentials-in-address'
  | 'port'
  | 'not-a-public-name'
  | 'not-a-public-address'
  | 'redirect-loop'
  | 'too-many-redirects';

/** We do not go there. Decided before a byte is sent. */
export class OutboundRefusedError extends AppError {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super({ type: 'outbound-refused', title: 'Prahari does not call this address.', status: 502, detail: reason });
    this.reason = reason;
  }
}

export type FailureReason = 'unreachable' | 'timed-out' | 'too-large' | 'bad-encoding';

/** We went there and got no usable answer. */
export class OutboundFailedError extends AppError {
  readonly reason: FailureReason;
  constructor(reason: FailureReason, cause?: unknown) {
    super({
      type: 'outbound-failed',
      title: 'The other side gave no usable answer.',
      status: 502,
      detail: reason,
      cause,
    });
    this.reason = reason;
  }
}
