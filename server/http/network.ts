import ipaddr from 'ipaddr.js';

/** Of an IPv6 address the first half names the network; the other half its owner draws as she likes. */
const NETWORK_BYTES = 8;

/** Who asks, as far as an address tells: one word for all addresses that one owner has. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return (parsed.kind() === 'ipv6' ? bytes.slice(0, NETWORK_BYTES) : bytes).join('.');
}
