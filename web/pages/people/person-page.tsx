import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { PersonIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useMay } from '../../api/home.ts';
import { usePeople } from '../../api/people.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AccountCard } from './account-card.tsx';
import { AddAccountCard } from './add-account-card.tsx';
import { PersonCard } from './person-card.tsx';
import { SelfCheckCard } from './self-check-card.tsx';
import type { PersonRow } from '../../../core/api/people.ts';

/** One person: her accounts with everything that is said of each, and what can be done. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { id } = useParams();
  const people = usePeople();
  const back = { content: t('title'), url: '/people' };
  const person = people.data?.people.find((row) => row.id === id);
  if (people.isPending && !(may.isKnown && !may.manage)) return <PageSkeleton cards={[4, 8, 4]} />;
  if (person) return <Person key={person.id} person={person} />;
  return (
    <Page title={t('title')} backAction={back}>
      {may.isKnown && !may.manage ? (
        <Card>
          <Text as="p">{t('managersOnly')}</Text>
        </Card>
      ) : people.data ? (
        <Card>
          <EmptyNote
            icon={PersonIcon}
            title={t('person.gone')}
            words={t('person.goneWords')}
            action={{ label: t('person.back'), url: '/people' }}
          />
        </Card>
      ) : (
        <TroubleCard error={people.error} onRetry={() => void people.refetch()} />
      )}
    </Page>
  );
}

function Person({ person }: { person: PersonRow }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return (
    <Page
      title={person.name}
      backAction={{ content: t('title'), url: '/people' }}
      {...(person.leftAt !== null && { subtitle: t('left.since', { date: date(person.leftAt) }) })}
    >
      <BlockStack gap="400">
        <PersonCard person={person} />
        {person.accounts.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
        {person.leftAt === null && <AddAccountCard personId={person.id} hasNone={person.accounts.length === 0} />}
        {person.leftAt === null && <SelfCheckCard person={person} />}
      </BlockStack>
    </Page>
  );
}
