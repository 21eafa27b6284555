/** A subject is a host, a path or an id: longer than this it is cut. */
export const LONGEST_SUBJECT = 200;

/** An alert's identity across snapshots, readable: "security/domain-tls:shop.example". */
export function fingerprint(checkId: string, subject: string): string {
  return `${checkId}:${subject}`;
}

/** At most 200 characters. A cut subject ends in a sum of the whole, so that two long neighbours stay two. */
export function cutSubject(subject: string): string {
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const tail = `~${sumOf(subject)}`;
  const head = subject.slice(0, LONGEST_SUBJECT - tail.length);
  return head.replace(/[\uD800-\uDBFF]$/, '') + tail;
}

/** FNV-1a, 32 bits: tells apart, protects nothing. */
function sumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
