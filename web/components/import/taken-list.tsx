import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { ActProblem } from '../act-problem.tsx';
import { Facts } from '../facts.tsx';

interface TakenListProps {
  readonly title: string;
  readonly words: string;
  /** How many lines did what; none once the import was taken back. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly see: { readonly label: string; readonly url: string };
  /** Null: it was taken back. */
  readonly undo: {
    readonly label: string;
    readonly isBusy: boolean;
    readonly isAllowed: boolean;
    readonly run: () => void;
  } | null;
  readonly another: { readonly label: string; readonly run: () => void };
  /** Why it could not be taken back. */
  readonly error: unknown;
}

/** What a list changed, and the way back. */
export function TakenList({ title, words, facts, see, undo, another, error }: TakenListProps) {
  const { label, url: page } = see;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {facts.length > 0 && <Facts facts={facts} />}
        <Text as="p" tone="subdued">
          {words}
        </Text>
        <InlineStack gap="200">
          <Button variant="primary" url={page}>
            {label}
          </Button>
          {undo && (
            <Button loading={undo.isBusy} disabled={!undo.isAllowed} onClick={undo.run}>
              {undo.label}
            </Button>
          )}
          <Button onClick={another.run}>{another.label}</Button>
        </InlineStack>
        <ActProblem id="undo-import" error={error} />
      </BlockStack>
    </Card>
  );
}
