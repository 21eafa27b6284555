import type { UnavailableReason } from '../../core/evidence/snapshot.ts';

/** Nothing is wrong, and there is nothing to judge: no service is connected, none was asked, nobody said. */
export class NoEvidenceYet extends Error {
  readonly reason: Extract<
    UnavailableReason,
    'not-connected' | 'not-asked' | 'not-stated' | 'switched-off' | 'not-collected'
  >;

  constructor(reason: NoEvidenceYet['reason']) {
    super(`No evidence: ${reason}`);
    this.name = 'NoEvidenceYet';
    this.reason = reason;
  }
}
