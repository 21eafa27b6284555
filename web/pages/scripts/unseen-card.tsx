import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useScriptsWords } from './use-scripts-words.ts';
import type { ScriptBoard } from '../../../core/api/scripts.ts';
import { PAGE_KINDS } from '../../../core/evidence/storefront.ts';

/** What is not in the list, in plain words, so that nobody takes silence for an answer. */
export function UnseenCard({ board: { pages: looked, beacon } }: { board: ScriptBoard }) {
  const { t } = useTranslation('scripts');
  const { pages } = useScriptsWords();
  const missed = PAGE_KINDS.filter((kind) => !looked.some((page) => page.kind === kind && !page.isPartial));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('unseen.title')}
        </Text>
        <Text as="p">
          {t('unseen.words')} {t(beacon.isOn ? 'unseen.on' : 'unseen.off')}
        </Text>
        {!beacon.isOn && (
          <Text as="p">
            <Link url="/settings">{t('unseen.settings')}</Link>
          </Text>
        )}
        <Text as="p">{t('unseen.checkout')}</Text>
        {missed.length > 0 && <Text as="p">{t('unseen.notRead', { pages: pages(missed) })}</Text>}
      </BlockStack>
    </Card>
  );
}
