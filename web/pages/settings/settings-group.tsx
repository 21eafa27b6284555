import { BlockStack, Box, Card, InlineGrid, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** One group of settings. */
export function SettingsGroup({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <InlineGrid columns={{ xs: '1fr', md: '2fr 5fr' }} gap={{ xs: '200', md: '400' }}>
      <Box
        paddingInlineStart={{ xs: '400', sm: '0' }}
        paddingInlineEnd={{ xs: '400', sm: '0' }}
        paddingBlockStart={{ md: '400' }}
      >
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {words}
          </Text>
        </BlockStack>
      </Box>
      <Card>{children}</Card>
    </InlineGrid>
  );
}
