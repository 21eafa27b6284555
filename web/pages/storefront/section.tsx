import { BlockStack, Box, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, useState, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** What stands inside, in a word, while it is closed. */
  readonly sum: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of a card that opens and closes by its own heading. */
export function Section({ title, sum, isOpenAtFirst = false, children }: SectionProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <Box paddingBlockStart="300" borderBlockStartWidth="025" borderColor="border-secondary">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm">
            <button
              type="button"
              className="prahari-step"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              <span aria-hidden="true">{isOpen ? '▾ ' : '▸ '}</span>
              {title}
            </button>
          </Text>
          <Text as="span" tone="subdued">
            {sum}
          </Text>
        </InlineStack>
        <Collapsible id={id} open={isOpen} transition={false}>
          {isOpen && children}
        </Collapsible>
      </BlockStack>
    </Box>
  );
}
