import { Link } from '@shopify/polaris';

/** A link that others wrote, where it is one that may be followed: https, and nothing else. */
export function OutLink({ address, label }: { address: string | null; label: string }) {
  if (address === null || !address.startsWith('https://')) return null;
  return (
    <Link url={checkedAddress(address)} external>
      {label}
    </Link>
  );
}

/** @throws {TypeError} no address */
function checkedAddress(address: string): string {
  return new URL(address).href;
}
