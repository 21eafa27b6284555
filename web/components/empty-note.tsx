import { BlockStack, Box, Button, Icon, Text } from '@shopify/polaris';
import { SearchListIcon } from '@shopify/polaris-icons';
import type { ComponentProps } from 'react';

interface EmptyNoteProps {
  readonly title: string;
  readonly words: string;
  readonly icon?: ComponentProps<typeof Icon>['source'];
  readonly action?: { readonly label: string; readonly url?: string; readonly run?: () => void };
}

/** An empty list says what will stand there and what to do. A real heading, unlike Polaris' EmptyState. */
export function EmptyNote({ title, words, icon = SearchListIcon, action }: EmptyNoteProps) {
  return (
    <Box padding={{ xs: '600', md: '1000' }}>
      <BlockStack gap="300" inlineAlign="center">
        <Box background="bg-surface-secondary" borderRadius="full" padding="300">
          <Icon source={icon} tone="subdued" />
        </Box>
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="28rem">
          <Text as="p" tone="subdued" alignment="center">
            {words}
          </Text>
        </Box>
        {action && (
          <Button {...(action.url !== undefined && { url: action.url })} {...(action.run && { onClick: action.run })}>
            {action.label}
          </Button>
        )}
      </BlockStack>
    </Box>
  );
}
