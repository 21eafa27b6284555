import { BlockStack, Button, InlineStack } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortIdentity } from './short-identity.ts';

/** A script by its address or hash; the whole of it on demand. Never a link: nobody should go there by a click. */
export function Identity({ identity }: { identity: string }) {
  const { t } = useTranslation('scripts');
  const [isWhole, setWhole] = useState(false);
  const { short, whole, isShort } = shortIdentity(identity);
  if (!isShort) return <code className="prahari-wrap">{short}</code>;
  return (
    <BlockStack gap="050">
      <code className="prahari-wrap">{isWhole ? whole : short}</code>
      <InlineStack>
        <Button
          variant="plain"
          onClick={() => setWhole(!isWhole)}
          ariaExpanded={isWhole}
          accessibilityLabel={t(isWhole ? 'identity.hideOf' : 'identity.showOf', { name: short })}
        >
          {t(isWhole ? 'identity.hide' : 'identity.show')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
