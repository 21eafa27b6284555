import { Link } from '@shopify/polaris';

/** A link that others wrote, where it is one that may be followed: https, and nothing else. */
export function OutLink({ address, label }: { address: string | null; label: string }) {
  const url = checkedAddress(address);
  if (url === null) return null;
  return (
    <Link url={url} external>
      {label}
    </Link>
  );
}

/** Null: no address, or one that nobody should follow. */
function checkedAddress(address: string | null): string | null {
  if (address === null || !address.startsWith('https://') || !URL.canParse(address)) return null;
  return new URL(address).href;
}
