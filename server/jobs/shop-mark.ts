import { createHash } from 'node:crypto';

/**
 * Stands for a shop in the id of a job. The queue's record of events keeps ids long after the job, where nobody could take
 * out the name of a shop that was erased.
 */
export function shopMark(shop: string): string {
  return createHash('sha256').update(`prahari job ${shop}`).digest('hex').slice(0, 32);
}
