/** A number below `below` that looks drawn and is always the same for one shop, order and question. */
export function pick(shopId: number, order: number, question: string, below: number): number {
  let hash = Math.imul(shopId ^ 0x9e3779b9, 0x85ebca6b) ^ order;
  for (let index = 0; index < question.length; index += 1)
    hash = Math.imul(hash ^ question.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}
