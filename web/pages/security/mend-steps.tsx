import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { useWords } from '../../words/use-words.ts';
import { OWN_PAGES, ownPageFor } from '../../words/own-page.ts';
import type { JudgedCheck } from './control-facts.ts';
import type { Check } from '../../../core/checks/check.ts';

/** How to mend what fails: the steps of each failing check, and its page of the Shopify admin. */
export function MendSteps({ checks }: { checks: readonly JudgedCheck[] }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const failing = checks.flatMap(({ check, result }) => (result?.outcome === 'fail' ? [check] : []));
  if (failing.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {t('alerts:mend.title')}
      </Text>
      {failing.map((check) => (
        <BlockStack gap="200" key={check.id}>
          <ol className="prahari-steps">
            {check.remedy.map((step) => (
              <li key={step.en}>
                <Text as="span">{text(step)}</Text>
              </li>
            ))}
          </ol>
          <Text as="p" tone="subdued">
            {t('control.proof', { proof: text(check.proof) })}
          </Text>
          {check.adminPath === undefined ? (
            <OwnPageButton check={check} />
          ) : (
            <InlineStack>
              <Button
                url={adminAddress(check.adminPath)}
                target="_top"
                icon={ExternalIcon}
                accessibilityLabel={t('control.openAdminFor', { title: text(check.title) })}
              >
                {t('alerts:mend.open.page')}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      ))}
    </BlockStack>
  );
}

function OwnPageButton({ check }: { check: Check }) {
  const { t } = useTranslation('alerts');
  const page = ownPageFor(check.requires);
  // The answer to a question stands in the control itself.
  if (page === null || page === 'statements') return null;
  return (
    <InlineStack>
      <Button url={OWN_PAGES[page]}>{t(`mend.own.${page}`)}</Button>
    </InlineStack>
  );
}
