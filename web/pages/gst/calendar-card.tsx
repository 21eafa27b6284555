import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { useRegistrations } from '../../api/settings.ts';
import { RowTable } from '../../components/row-table.tsx';
import { DUE_LOOKS } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import { inOrder } from './calendar-order.ts';
import { isNoFigures } from './figures.ts';
import { FileButton, GstCard } from './gst-card.tsx';
import { NoFiguresNote } from './no-figures-note.tsx';
import { StatedDialog } from './stated-dialog.tsx';
import { withoutDates } from './without-dates.ts';
import type { GstHome } from '../../../core/api/gst.ts';
import type { RegistrationRow } from '../../../core/api/settings.ts';
import type { CalendarEntry, NoFigures } from '../../../core/evidence/summaries.ts';
import type { TaxProfile } from '../../../core/evidence/tax-profile.ts';

const ROWS_AT_FIRST = 8;

interface CalendarCardProps {
  readonly calendar: readonly CalendarEntry[] | NoFigures;
  readonly gst: GstHome;
}

/** What must be filed by when, for each registration. */
export function CalendarCard({ calendar, gst }: CalendarCardProps) {
  const { t } = useTranslation('gst');
  const { data: rows = [] } = useRegistrations();
  const waiting = isNoFigures(calendar) ? [] : withoutDates(rows, gst, calendar);
  const hasEntries = !isNoFigures(calendar) && calendar.length > 0;
  return (
    <GstCard
      title={t('calendar.title')}
      words={t('calendar.words')}
      {...(hasEntries && { action: <FileButton file="calendar" of={t('calendar.title')} /> })}
    >
      {isNoFigures(calendar) ? (
        <NoFiguresNote figures={calendar} kind="registrations" />
      ) : (
        <BlockStack gap="400">
          {waiting.length > 0 && <StateCalls rows={waiting} profile={gst.profile} />}
          {calendar.length > 0 && <Entries entries={inOrder(calendar)} />}
          {calendar.length === 0 && waiting.length === 0 && (
            <Text as="p">{rows.length === 0 ? t('calendar.none') : t('calendar.noneYet')}</Text>
          )}
        </BlockStack>
      )}
    </GstCard>
  );
}

/** One line for each registration whose dates wait for what only the merchant knows. */
function StateCalls({ rows, profile }: { rows: readonly RegistrationRow[]; profile: TaxProfile }) {
  const { t } = useTranslation('gst');
  const may = useMay();
  const [edited, setEdited] = useState<RegistrationRow | null>(null);
  return (
    <BlockStack gap="300">
      <Text as="p">{t('calendar.waits')}</Text>
      {rows.map((row) => (
        <InlineStack key={row.id} gap="300" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {row.gstin}
          </Text>
          <Button
            disabled={!may.manage}
            onClick={() => setEdited(row)}
            accessibilityLabel={t('calendar.stateOf', { gstin: row.gstin })}
          >
            {t('calendar.stateIt')}
          </Button>
        </InlineStack>
      ))}
      {edited && (
        <StatedDialog
          key={edited.id}
          row={edited}
          stated={profile.registrations.find(({ gstin }) => gstin === edited.gstin)}
          onClose={() => setEdited(null)}
        />
      )}
    </BlockStack>
  );
}

function Entries({ entries }: { entries: readonly CalendarEntry[] }) {
  const { t } = useTranslation('gst');
  const { day, period: periodText } = useFormat();
  const [isWhole, setWhole] = useState(false);
  // One registration's number on every line says nothing.
  const hasSeveral = new Set(entries.map(({ gstin }) => gstin)).size > 1;
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
          ...(hasSeveral ? [{ title: t('calendar.gstin'), cell: ({ gstin }: CalendarEntry) => gstin }] : []),
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
