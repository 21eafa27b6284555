import { ownHostName } from '../hosts/own-host-name.ts';

/** Longest name that the DNS knows. */
const LONGEST = 253;

/**
 * A vendor's host as a person types it, "Cdn.Vendor.example" or a whole address of it, as the DNS writes it. Null: it is no
 * public host, or one of the platform's, which stands for every app.
 */
export function vendorHost(typed: string): string | null {
  const host = typed.length > 2_000 ? null : ownHostName(typed);
  return host !== null && host.length <= LONGEST ? host : null;
}
