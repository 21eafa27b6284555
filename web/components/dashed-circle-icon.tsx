import type { SVGProps } from 'react';

/** "Not yet": Polaris has no icon for it. Drawn on its grid of 20. */
export function DashedCircleIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 20 20" {...props}>
      <circle cx="10" cy="10" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 2.3" />
    </svg>
  );
}
