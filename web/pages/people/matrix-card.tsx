import { BlockStack, Button, Card, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PeopleMatrix } from './people-matrix.tsx';
import { accountsToConfirm, PEOPLE_FILTERS, peopleOf, servicesShown, type PeopleFilter } from './register.ts';
import { useNow } from './use-now.ts';
import type { PeopleRegister } from '../../../core/api/people.ts';

const ROWS_AT_FIRST = 50;

/** People against services, by view; the view stands in the address, so that other pages can lead to it. */
export function MatrixCard({ register }: { register: PeopleRegister }) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const confirm = useChangePeople();
  const filter = PEOPLE_FILTERS.find((known) => known === params.get('show')) ?? 'all';
  const rows = peopleOf(register, filter, now);
  const sizeOf = (view: PeopleFilter) =>
    view === 'unmatched' ? register.unmatched.length : peopleOf(register, view, now).length;
  const picked = rows.filter(({ id }) => chosen.has(id));

  const show = (view: string) => {
    setParams(view === 'all' ? {} : { show: view }, { replace: true });
    setChosen(new Set());
    setWhole(false);
  };
  const confirmPicked = () =>
    confirm.mutate(
      { act: 'confirm', ids: accountsToConfirm(picked, now) },
      {
        onSuccess: () => {
          setChosen(new Set());
          toast(t('review.done'));
        },
      },
    );
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('matrix.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('matrix.words')}
          </Text>
        </BlockStack>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Select
            label={t('filter.label')}
            labelInline
            options={PEOPLE_FILTERS.map((view) => ({
              value: view,
              label: t('filter.one', { name: t(`filter.${view}`), shown: count(sizeOf(view)) }),
            }))}
            value={filter}
            onChange={show}
          />
          <Button
            onClick={confirmPicked}
            disabled={picked.length === 0 || accountsToConfirm(picked, now).length === 0}
            loading={confirm.isPending}
          >
            {picked.length === 0 ? t('review.choose') : t('review.confirm', { count: picked.length })}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued" variant="bodySm">
          {t('review.words')}
        </Text>
        <ActProblem id="confirm" error={confirm.error} />
        {rows.length === 0 ? (
          <Text as="p">{filter === 'unmatched' ? t('filter.unmatchedBelow') : t('filter.nobody')}</Text>
        ) : (
          <PeopleMatrix
            people={isWhole ? rows : rows.slice(0, ROWS_AT_FIRST)}
            services={servicesShown(register)}
            now={now}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
        {!isWhole && rows.length > ROWS_AT_FIRST && (
          <InlineStack>
            <Button variant="plain" onClick={() => setWhole(true)}>
              {t('matrix.showAll', { count: rows.length })}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
