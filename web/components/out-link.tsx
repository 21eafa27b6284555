import { Link } from '@shopify/polaris';

/** A link that others wrote, where it is one that may be followed: https, and nothing else. */
export function OutLink({ address, label }: { address: string | null; label: string }) {
  if (!mayBeFollowed(address)) return null;
  return (
    <Link url={checkedAddress(address)} external>
      {label}
    </Link>
  );
}

/** False: no address, or one that nobody should follow. */
function mayBeFollowed(address: string | null): address is string {
  return address !== null && address.startsWith('https://') && URL.canParse(address);
}

/** As a browser reads it. */
const checkedAddress = (address: string): string => new URL(address).href;
