import { BlockStack, Box, Button, Card, Icon, InlineStack, Page, Text } from '@shopify/polaris';
import { AlertTriangleIcon, WifiIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { OfflineProblem } from '../api/problems.ts';
import { problemWords } from './problem-words.ts';

/** A card that could not be filled: what happened, and a way to try again. */
export function TroubleCard({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { title, words } = problemWords(error, t);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" wrap={false} blockAlign="center">
          <Box>
            <Icon source={error instanceof OfflineProblem ? WifiIcon : AlertTriangleIcon} tone="subdued" />
          </Box>
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
        </InlineStack>
        <div role="alert">
          <Text as="p">{words}</Text>
        </div>
        <InlineStack gap="200">
          <Button onClick={onRetry}>{t('act.tryAgain')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** A page of its own for what stopped the whole page: an error of the server, of the network, or a defect of ours. */
export function Trouble({ kind, onRetry }: { kind: 'defect'; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t(`problem.${kind}.title`)}>
      <Card>
        <BlockStack gap="300">
          <div role="alert">
            <Text as="p">{t(`problem.${kind}.words`)}</Text>
          </div>
          <InlineStack gap="200">
            <Button variant="primary" onClick={onRetry}>
              {t('act.tryAgain')}
            </Button>
            <Button url="/">{t('act.goHome')}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
