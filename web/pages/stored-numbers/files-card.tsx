import { Banner, BlockStack, Card, DropZone, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberProblem } from './number-messages.ts';

const TEXT_FILES = '.csv,.txt,.tsv,.json,.log,text/csv,text/plain,text/tab-separated-values,application/json';

interface FilesCardProps {
  readonly trouble: NumberProblem | 'stopped' | null;
  readonly onStart: (files: readonly File[]) => void;
}

/** Files by drop or choice. What is said of privacy stands before them. */
export function FilesCard({ trouble, onStart }: FilesCardProps) {
  const { t } = useTranslation('storefront');
  const [isWrongType, setWrongType] = useState(false);
  const drop = (_all: File[], accepted: File[]) => {
    setWrongType(accepted.length === 0);
    if (accepted.length > 0) onStart(accepted);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('numbers.files')}
          </Text>
          <Text as="p">{t('numbers.words')}</Text>
          <Text as="p" tone="subdued">
            {t('numbers.private')}
          </Text>
        </BlockStack>
        <div role="status">
          {(isWrongType || trouble) && (
            <Banner tone={trouble === 'stopped' && !isWrongType ? 'info' : 'warning'}>
              <Text as="p">{t(`numbers.trouble.${isWrongType || !trouble ? 'wrongType' : trouble}`)}</Text>
            </Banner>
          )}
        </div>
        <DropZone accept={TEXT_FILES} label={t('numbers.files')} labelHidden onDrop={drop}>
          <DropZone.FileUpload actionTitle={t('numbers.choose')} actionHint={t('numbers.hint')} />
        </DropZone>
      </BlockStack>
    </Card>
  );
}
