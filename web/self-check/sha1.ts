/** As hex. The range service knows passwords by this sum; for anything else it would be too weak. */
export async function sha1(text: string): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
