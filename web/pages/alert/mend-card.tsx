import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { useWords } from '../../words/use-words.ts';
import { checkOf } from '../../words/alert-words.ts';
import { OWN_PAGES, ownPageFor } from '../../words/own-page.ts';
import type { AlertDetail } from '../../../core/api/alerts.ts';

/** How to mend it, step by step, with the way into the admin; and what will close the alert. */
export function MendCard({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const check = checkOf(alert);
  if (!check) return null;
  const adminPath = alert.adminPath ?? check.adminPath;
  const page = ownPageFor(check.requires);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t('mend.title')}
          </Text>
          <ol className="prahari-steps">
            {check.remedy.map((step) => (
              <li key={step.en}>
                <Text as="span">{text(step)}</Text>
              </li>
            ))}
          </ol>
          {adminPath !== undefined ? (
            <InlineStack>
              <Button url={adminAddress(adminPath)} target="_top" icon={ExternalIcon}>
                {t(`mend.open.${thingAt(adminPath)}`)}
              </Button>
            </InlineStack>
          ) : (
            page !== null && (
              <InlineStack>
                <Button url={OWN_PAGES[page]}>{t(`mend.own.${page}`)}</Button>
              </InlineStack>
            )
          )}
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t('mend.proof')}
          </Text>
          <Text as="p">{text(check.proof)}</Text>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

/** What a page of the admin is about, so that the button can name it. */
function thingAt(adminPath: string): 'order' | 'product' | 'page' {
  if (adminPath.startsWith('/orders/')) return 'order';
  return adminPath.startsWith('/products/') ? 'product' : 'page';
}
