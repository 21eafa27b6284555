import { Badge, BlockStack, Button, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { DUE_LOOKS } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import { inOrder } from './calendar-order.ts';
import { isNoFigures } from './figures.ts';
import { FileButton, GstCard } from './gst-card.tsx';
import { NoFiguresNote } from './no-figures-note.tsx';
import type { CalendarEntry, NoFigures } from '../../../core/evidence/summaries.ts';

const ROWS_AT_FIRST = 8;

/** What must be filed by when, for each registration. */
export function CalendarCard({ calendar }: { calendar: readonly CalendarEntry[] | NoFigures }) {
  const { t } = useTranslation('gst');
  const hasEntries = !isNoFigures(calendar) && calendar.length > 0;
  return (
    <GstCard
      title={t('calendar.title')}
      words={t('calendar.words')}
      {...(hasEntries && { action: <FileButton file="calendar" of={t('calendar.title')} /> })}
    >
      {isNoFigures(calendar) ? (
        <NoFiguresNote figures={calendar} kind="registrations" />
      ) : calendar.length === 0 ? (
        <Text as="p">{t('calendar.none')}</Text>
      ) : (
        <Entries entries={inOrder(calendar)} />
      )}
    </GstCard>
  );
}

function Entries({ entries }: { entries: readonly CalendarEntry[] }) {
  const { t } = useTranslation('gst');
  const { day, period: periodText } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const hasDoubts = entries.some(({ isVerified }) => !isVerified);
  return (
    <BlockStack gap="300" inlineAlign="start">
      <RowTable
        caption={t('calendar.title')}
        rows={isWhole ? entries : entries.slice(0, ROWS_AT_FIRST)}
        keyOf={(entry) => `${entry.form} ${entry.gstin} ${entry.period} ${entry.dueOn}`}
        columns={[
          {
            title: t('calendar.form'),
            cell: ({ form, period }) => (
              <BlockStack gap="050">
                <Text as="span">{formName(form, t)}</Text>
                <Text as="span" tone="subdued" variant="bodySm">
                  {periodText(period)}
                </Text>
              </BlockStack>
            ),
          },
          {
            title: t('calendar.dueOn'),
            cell: ({ dueOn, isVerified }) => (isVerified ? day(dueOn) : t('calendar.doubtful', { day: day(dueOn) })),
          },
          { title: t('calendar.state'), cell: (entry) => <State entry={entry} /> },
          { title: t('calendar.gstin'), cell: ({ gstin }) => gstin },
        ]}
      />
      {!isWhole && entries.length > ROWS_AT_FIRST && (
        <Button variant="plain" onClick={() => setWhole(true)}>
          {t('showAll', { count: entries.length })}
        </Button>
      )}
      {hasDoubts && (
        <Text as="p" tone="subdued" variant="bodySm">
          {t('calendar.doubtNote')}
        </Text>
      )}
    </BlockStack>
  );
}

function State({ entry }: { entry: CalendarEntry }) {
  const { t } = useTranslation('gst');
  const { day } = useFormat();
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge {...DUE_LOOKS[entry.state]} toneAndProgressLabelOverride={t('calendar.state')}>
        {t(`calendar.states.${entry.state}`)}
      </Badge>
      {entry.filedOn !== null && (
        <Text as="span" tone="subdued" variant="bodySm">
          {t('calendar.filedOn', { day: day(entry.filedOn) })}
        </Text>
      )}
    </BlockStack>
  );
}

type Translate = ReturnType<typeof useTranslation<'gst'>>['t'];

/** Returns keep their own names; what is not a return is said in words. */
function formName(form: string, t: Translate): string {
  if (form === 'LUT') return t('calendar.lut');
  return form === 'BANK' ? t('calendar.bank') : form;
}
