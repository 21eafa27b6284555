import { BlockStack, Card, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** The page to come, before its code or its data is there. A title that is known stands from the start. */
export function PageSkeleton({
  title,
  isFullWidth = false,
  cards = [6, 8],
}: {
  title?: string;
  isFullWidth?: boolean;
  cards?: readonly number[];
}) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" aria-label={t('loading')}>
      <SkeletonPage {...(title !== undefined && { title })} fullWidth={isFullWidth}>
        <BlockStack gap="400">
          {cards.map((lines, index) => (
            <Card key={`${index} ${lines}`}>
              <SkeletonBodyText lines={lines} />
            </Card>
          ))}
        </BlockStack>
      </SkeletonPage>
    </div>
  );
}
