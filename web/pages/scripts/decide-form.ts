/** What the server takes (server/api/scripts). */
export const LONGEST_OWNER = 120;
export const LONGEST_REASON = 500;

export interface DecideInput {
  readonly owner: string;
  readonly reason: string;
  readonly coversNewTexts: boolean;
}

export type DecideFault = 'owner' | 'ownerLong' | 'reason' | 'reasonLong';

/** By field, what is wrong with it. */
export function decideFaults({ owner, reason }: DecideInput): { owner?: DecideFault; reason?: DecideFault } {
  const ownerLength = [...owner.trim()].length;
  const reasonLength = [...reason.trim()].length;
  return {
    ...(ownerLength === 0 ? { owner: 'owner' } : ownerLength > LONGEST_OWNER ? { owner: 'ownerLong' } : {}),
    ...(reasonLength === 0 ? { reason: 'reason' } : reasonLength > LONGEST_REASON ? { reason: 'reasonLong' } : {}),
  };
}
