import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { PersonIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { peopleFile, usePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { saveFile } from '../../components/save-file.ts';
import { TroubleCard } from '../../components/trouble.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { ImportsCard } from './imports-card.tsx';
import { MatrixCard } from './matrix-card.tsx';
import { ServicesCard } from './services-card.tsx';
import { SourcesCard } from './sources-card.tsx';
import { UnmatchedCard } from './unmatched-card.tsx';
import type { PeopleRegister } from '../../../core/api/people.ts';

/** Who has access to what, how each account is protected, and who says so. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const people = usePeople();
  const [isAdding, setAdding] = useState(false);
  const [fileError, setFileError] = useState<unknown>(null);
  if (may.isKnown && !may.manage) return <NotForViewers />;
  if (people.isPending) return <PageSkeleton title={t('title')} isFullWidth cards={[10, 5, 4]} />;
  const isEmpty = people.data?.people.length === 0 && people.data.unmatched.length === 0;

  const exportFile = () => {
    setFileError(null);
    peopleFile().then(
      (text) => {
        saveFile(`prahari-people-${indiaDay(new Date().toISOString())}.csv`, text);
        toast(t('common:toast.fileSaved'));
      },
      (error: unknown) => setFileError(error),
    );
  };
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle')}
      {...(people.data && {
        primaryAction: { content: t('import.open'), url: '/people/import' },
        secondaryActions: [
          { content: t('add.open'), onAction: () => setAdding(true) },
          ...(isEmpty ? [] : [{ content: t('export'), onAction: exportFile }]),
        ],
      })}
    >
      <BlockStack gap="400">
        <ActProblem id="people-file" error={fileError} />
        {people.data ? (
          <Cards register={people.data} isEmpty={isEmpty} />
        ) : (
          <TroubleCard error={people.error} onRetry={() => void people.refetch()} />
        )}
      </BlockStack>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Cards({ register, isEmpty }: { register: PeopleRegister; isEmpty: boolean }) {
  const { t } = useTranslation('people');
  return (
    <>
      {isEmpty ? (
        <Card>
          <EmptyNote
            icon={PersonIcon}
            title={t('empty.title')}
            words={t('empty.words')}
            action={{ label: t('import.open'), url: '/people/import' }}
          />
        </Card>
      ) : (
        <MatrixCard register={register} />
      )}
      {register.unmatched.length > 0 && <UnmatchedCard register={register} />}
      <ServicesCard services={register.services} />
      <SourcesCard register={register} />
      {register.imports.length > 0 && <ImportsCard imports={register.imports} />}
    </>
  );
}

/** Names and addresses of others are not for everybody who may open the app. */
function NotForViewers() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('title')}>
      <Card>
        <Text as="p">{t('managersOnly')}</Text>
      </Card>
    </Page>
  );
}
