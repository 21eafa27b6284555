import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useVendorLetter } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { CopyBlock } from './copy-block.tsx';

const LINES = 12;

/** A letter that asks the vendor for what is missing, to be copied into a mail. */
export function LetterCard({ vendorId }: { vendorId: string }) {
  const { t } = useTranslation('vendors');
  const letter = useVendorLetter(vendorId);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('letter.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('letter.words')}
          </Text>
        </BlockStack>
        <InlineStack gap="200">
          {(['en', 'hi'] as const).map((language) => (
            <Button
              key={language}
              loading={letter.isPending && letter.variables === language}
              onClick={() => letter.mutate(language)}
            >
              {t(`letter.in.${language}`)}
            </Button>
          ))}
        </InlineStack>
        <ActProblem id="letter" error={letter.error} />
        <div role="status">
          {letter.data && (
            <div lang={letter.variables}>
              <BlockStack gap="300">
                <CopyBlock label={t('letter.subject')} value={letter.data.subject} />
                <CopyBlock label={t('letter.text')} value={letter.data.text} lines={LINES} />
              </BlockStack>
            </div>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
