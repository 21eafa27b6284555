import { EmptyNote } from './empty-note.tsx';
import { Card, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** An address that no page answers to. */
export function NotHere() {
  const { t } = useTranslation();
  return (
    <Page title={t('notHere.title')} backAction={{ content: t('menu.home'), url: '/' }}>
      <Card>
        <EmptyNote
          title={t('notHere.heading')}
          words={t('notHere.words')}
          action={{ label: t('act.goHome'), url: '/' }}
        />
      </Card>
    </Page>
  );
}
