import { BlockStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { stateByCode } from '../../../core/data/states.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { ReportGst, WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';
import { useDueDay } from './text-cells.tsx';

const KINDS = { registry: 'registry', taxAudit: 'orders', hsn: 'catalogue', calendar: 'registrations' } as const;

/** GST as an accountant asks for it: registrations, tax by State, dates, codes. */
export function AccountantCard({ report: { gst } }: { report: WeeklyReport }) {
  // Words of the GST page stand in the parts below, and come with it.
  const { t } = useTranslation(['report', 'gst']);
  return (
    <ReportCard title={t('accountant.title')} words={t('accountant.words')}>
      <BlockStack gap="500">
        <Part title={t('accountant.registrations')}>
          <Registrations gst={gst} />
          <Missing gst={gst} part="registry" />
        </Part>
        <Part title={t('accountant.tax')}>
          <Tax gst={gst} />
          <Missing gst={gst} part="taxAudit" />
        </Part>
        <Part title={t('accountant.calendar')}>
          <Calendar gst={gst} />
          <Missing gst={gst} part="calendar" />
        </Part>
        <Part title={t('accountant.hsn')}>
          <Codes gst={gst} />
          <Missing gst={gst} part="hsn" />
        </Part>
      </BlockStack>
    </ReportCard>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

/** Why there are no figures. */
function Missing({ gst: { reasons }, part }: { gst: ReportGst; part: keyof typeof KINDS }) {
  const { t } = useTranslation('report');
  const reason = reasons[part]?.reason;
  if (!reason) return null;
  return <Text as="p">{t(`checks:reason.${reason}`, { what: t(`common:evidence.${KINDS[part]}`) })}</Text>;
}

function Registrations({ gst: { registrations, reasons } }: { gst: ReportGst }) {
  const { t, i18n } = useTranslation('report');
  const { dateTime } = useFormat();
  const language = useLanguage();
  if (registrations.length === 0) {
    return reasons.registry ? null : <Text as="p">{t('accountant.noRegistrations')}</Text>;
  }
  const known = (status: string) => (i18n.exists(`gst:live.${status}`) ? t(`gst:live.${status}`) : visibleText(status));
  return (
    <RowTable
      caption={t('accountant.registrations')}
      rows={registrations}
      keyOf={({ gstin }) => gstin}
      columns={[
        { title: 'GSTIN', cell: ({ gstin }) => visibleText(gstin) },
        { title: t('accountant.place'), cell: ({ state }) => stateByCode(state)?.name[language] ?? visibleText(state) },
        { title: t('accountant.status'), cell: ({ status }) => (status === null ? t('notKnown') : known(status)) },
        { title: t('accountant.asked'), cell: ({ askedAt }) => (askedAt === null ? t('none') : dateTime(askedAt)) },
      ]}
    />
  );
}

function Tax({ gst: { orders, wrongHeadPaise, states } }: { gst: ReportGst }) {
  const { t } = useTranslation('report');
  const { count, money } = useFormat();
  const language = useLanguage();
  if (orders === null) return null;
  return (
    <BlockStack gap="300">
      <Facts
        facts={[
          { name: t('accountant.orders'), value: count(orders) },
          {
            name: t('accountant.wrong'),
            value: wrongHeadPaise === null ? t('notKnown') : money(wrongHeadPaise),
          },
        ]}
      />
      {states.length === 0 ? (
        <Text as="p">{t('accountant.noWrong')}</Text>
      ) : (
        <RowTable
          caption={t('accountant.tax')}
          rows={states}
          keyOf={({ deliveryState }) => deliveryState}
          columns={[
            {
              title: t('accountant.place'),
              cell: ({ deliveryState }) => stateByCode(deliveryState)?.name[language] ?? t('gst:abroad'),
            },
            { title: t('accountant.wrongOrders'), isNumber: true, cell: ({ wrongOrders }) => count(wrongOrders) },
            { title: t('accountant.wrongTax'), isNumber: true, cell: ({ wrongPaise }) => money(wrongPaise) },
          ]}
        />
      )}
    </BlockStack>
  );
}

function Calendar({ gst: { calendar, reasons } }: { gst: ReportGst }) {
  const { t } = useTranslation('report');
  const { day, period: periodText } = useFormat();
  const dayOf = useDueDay();
  if (calendar.length === 0) return reasons.calendar ? null : <Text as="p">{t('accountant.noCalendar')}</Text>;
  const names: Readonly<Record<string, string>> = { LUT: t('gst:calendar.lut'), BANK: t('gst:calendar.bank') };
  return (
    <RowTable
      caption={t('accountant.calendar')}
      rows={calendar}
      keyOf={({ form, gstin, period, dueOn }) => [form, gstin, period, dueOn].join(' ')}
      columns={[
        { title: t('accountant.form'), cell: ({ form }) => names[form] ?? form },
        { title: t('accountant.period'), cell: ({ period }) => periodText(period) },
        { title: 'GSTIN', cell: ({ gstin }) => visibleText(gstin) },
        { title: t('dues.on'), cell: ({ dueOn, isVerified }) => dayOf({ on: dueOn, isVerified }) },
        {
          title: t('dues.state'),
          cell: ({ state, filedOn }) =>
            state === 'filed' && filedOn !== null
              ? t('gst:calendar.filedOn', { day: day(filedOn) })
              : t(`gst:calendar.states.${state}`),
        },
      ]}
    />
  );
}

function Codes({ gst: { hsn } }: { gst: ReportGst }) {
  const { t } = useTranslation('report');
  const { count } = useFormat();
  if (!hsn) return null;
  return (
    <Facts
      facts={[
        { name: t('accountant.variants'), value: count(hsn.variants) },
        { name: t('accountant.withCode'), value: count(hsn.withCode) },
        { name: t('gst:hsn.missing'), value: count(hsn.missing) },
        { name: t('gst:hsn.wrong'), value: count(hsn.wrong) },
      ]}
    />
  );
}
