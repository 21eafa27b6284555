import { BlockStack, Card, Text } from '@shopify/polaris';
import { useFormat } from '../format/use-format.ts';
import type { Instant } from '../../core/time.ts';

export interface HistoryLine {
  readonly at: Instant;
  /** What happened, and by whom. */
  readonly words: string;
  /** What somebody wrote about it. */
  readonly reason?: string;
}

interface HistoryCardProps {
  readonly title: string;
  /** Newest first. */
  readonly lines: readonly HistoryLine[];
  /** Said where nothing happened yet; absent: something always did. */
  readonly none?: string;
}

/** What happened to one thing, a dated line each. */
export function HistoryCard({ title, lines, none }: HistoryCardProps) {
  const { dateTime } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {lines.length === 0 ? (
          none !== undefined && <Text as="p">{none}</Text>
        ) : (
          <ol className="prahari-history">
            {lines.map(({ at, words, reason }, index) => (
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
                </BlockStack>
              </li>
            ))}
          </ol>
        )}
      </BlockStack>
    </Card>
  );
}
