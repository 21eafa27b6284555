import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A value to be carried elsewhere. Where the frame is kept from the clipboard, it is selected by hand. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('storefront');
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <TextField
      label={label}
      value={value}
      readOnly
      autoComplete="off"
      onFocus={(event) => {
        if (event?.target instanceof HTMLInputElement) event.target.select();
      }}
      connectedRight={
        <Button onClick={() => void copy()} accessibilityLabel={t(isCopied ? 'copiedOf' : 'copyOf', { what: label })}>
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      }
    />
  );
}
