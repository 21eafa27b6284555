import { InlineGrid, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** Names and values, side by side; one under the other on a phone. */
export function Facts({
  facts,
  isNarrow = false,
}: {
  facts: readonly { name: string; value: ReactNode }[];
  isNarrow?: boolean;
}) {
  return (
    <dl className="prahari-facts">
      {facts.map(({ name, value }) => (
        <InlineGrid
          key={name}
          columns={{ xs: 1, sm: isNarrow ? 1 : '10rem 1fr' }}
          gap={{ xs: '050', sm: isNarrow ? '050' : '300' }}
        >
          <dt>
            <Text as="span" tone="subdued">
              {name}
            </Text>
          </dt>
          <dd className="prahari-wrap">{typeof value === 'string' ? <Text as="span">{value}</Text> : value}</dd>
        </InlineGrid>
      ))}
    </dl>
  );
}
