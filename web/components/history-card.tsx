import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useFormat } from '../format/use-format.ts';
import type { Instant } from '../../core/time.ts';

export interface HistoryLine {
  readonly at: Instant;
  /** What happened, and by whom. */
  readonly words: string;
  /** What somebody wrote about it. */
  readonly reason?: string;
  /** What the reader can do about this line. */
  readonly act?: { readonly label: string; readonly run: () => void } | undefined;
}

interface HistoryCardProps {
  readonly title: string;
  /** Newest first. */
  readonly lines: readonly HistoryLine[];
  /** Said where nothing happened yet; absent: something always did. */
  readonly none?: string;
  /** Stands below the title: where a line can be added. */
  readonly children?: ReactNode;
}

/** What happened to one thing, a dated line each. */
export function HistoryCard({ title, lines, none, children }: HistoryCardProps) {
  const { dateTime } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
        {lines.length === 0 ? (
          none !== undefined && <Text as="p">{none}</Text>
        ) : (
          <ol className="prahari-history">
            {lines.map(({ at, words, reason, act }, index) => (
              <li key={`${at} ${index}`}>
                <BlockStack gap="050">
                  <span className="prahari-wrap">
                    <Text as="span">{words}</Text>
                  </span>
                  {reason !== undefined && (
                    <span className="prahari-wrap">
                      <Text as="span">{reason}</Text>
                    </span>
                  )}
                  <Text as="span" tone="subdued" variant="bodySm">
                    {dateTime(at)}
                  </Text>
                  {act && (
                    <InlineStack>
                      <Button variant="plain" onClick={act.run}>
                        {act.label}
                      </Button>
                    </InlineStack>
                  )}
                </BlockStack>
              </li>
            ))}
          </ol>
        )}
      </BlockStack>
    </Card>
  );
}
