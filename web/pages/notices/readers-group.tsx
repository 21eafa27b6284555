import { Banner, BlockStack, Button, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsGroup } from '../settings/settings-group.tsx';
import { ReaderBlock } from './reader-block.tsx';
import { ReaderDialog } from './reader-dialog.tsx';
import type { Reader } from '../../../core/api/notices.ts';

/** Who gets mail. */
export function ReadersGroup({ readers, isMailOn }: { readers: readonly Reader[]; isMailOn: boolean }) {
  const { t } = useTranslation('notices');
  const [isAdding, setAdding] = useState(false);
  return (
    <SettingsGroup title={t('readers.title')} words={t('readers.words')}>
      <BlockStack gap="400">
        {!isMailOn && <Banner tone="info">{t('readers.off')}</Banner>}
        {readers.length === 0 && <Text as="p">{t('readers.none')}</Text>}
        {readers.map((reader) => (
          <Fragment key={reader.id}>
            <ReaderBlock reader={reader} />
            <Divider />
          </Fragment>
        ))}
        <InlineStack>
          <Button onClick={() => setAdding(true)}>{t('readers.add')}</Button>
        </InlineStack>
        {isAdding && <ReaderDialog reader={null} onClose={() => setAdding(false)} />}
      </BlockStack>
    </SettingsGroup>
  );
}
