import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyBlockProps {
  readonly label: string;
  readonly value: string;
  /** Lines that are seen at once; one for a link. */
  readonly lines?: number;
}

/** A text to be carried into a mail. Where the frame is kept from the clipboard, it is selected by hand. */
export function CopyBlock({ label, value, lines = 1 }: CopyBlockProps) {
  const { t } = useTranslation('vendors');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(value),
      () => setCopied(null),
    );
  return (
    <BlockStack gap="200">
      <TextField
        label={label}
        value={value}
        readOnly
        {...(lines > 1 && { multiline: lines, maxHeight: '24rem' })}
        autoComplete="off"
        onFocus={(event) => {
          const target = event?.target;
          if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
        }}
      />
      <InlineStack>
        <Button onClick={() => void copy()} accessibilityLabel={t('copy.of', { what: label })}>
          {t(copied === value ? 'copy.done' : 'copy.do')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
