import { BlockStack, Card, InlineGrid, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Home before its answer, at the size of Home. */
export function HomeSkeleton() {
  const { t } = useTranslation('home');
  return (
    <SkeletonPage title={t('title')} primaryAction>
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          {['score', 'alerts'].map((card) => (
            <Card key={card}>
              <BlockStack gap="400">
                <SkeletonDisplayText size="small" />
                <SkeletonBodyText lines={6} />
              </BlockStack>
            </Card>
          ))}
        </InlineGrid>
        <Card>
          <BlockStack gap="400">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={9} />
          </BlockStack>
        </Card>
      </BlockStack>
    </SkeletonPage>
  );
}
