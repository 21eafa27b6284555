import { Banner, BlockStack, Button, Card, InlineStack, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { saveFile } from '../../components/save-file.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { MOST_ROWS } from './bulk-book.ts';
import type { BulkResult } from './bulk-messages.ts';
import { ReasonBars } from './reason-bars.tsx';

/** The same judgement for files of any length, see README. */
const COMMAND = 'npx prahari gstin FILE.csv --column gstin --json';

interface ResultCardProps {
  readonly name: string;
  readonly result: BulkResult;
  readonly onColumn: (column: number) => void;
  readonly onLookAlikes: () => void;
  readonly onStartOver: () => void;
}

/** What came out: sums, what needs a second look, and the file. */
export function ResultCard({ name, result, onColumn, onLookAlikes, onStartOver }: ResultCardProps) {
  const { t } = useTranslation('verify');
  const { count } = useFormat();
  const { counts, judged, leftOut, lookAlikes, warned, columns, column, header } = result;
  const save = () => {
    saveFile(`gstin-${indiaDay(new Date().toISOString())}.csv`, result.csv);
    toast(t('done.saved'));
  };
  return (
    <Card>
      <BlockStack gap="400">
        <div role="status">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('done.judged', { count: judged, shown: count(judged) })}
            </Text>
            <Text as="p">{t('done.couldExist', { good: count(counts.ok), bad: count(judged - counts.ok) })}</Text>
            {warned > 0 && <Text as="p">{t('done.warned', { count: warned, shown: count(warned) })}</Text>}
            <Text as="p" tone="subdued" breakWord>
              {name}
            </Text>
          </BlockStack>
        </div>
        {lookAlikes > 0 && (
          <Banner
            tone="critical"
            title={t('lookAlike.title', { count: lookAlikes, shown: count(lookAlikes) })}
            action={{ content: t('lookAlike.show'), onAction: onLookAlikes }}
          >
            <Text as="p">{t('lookAlike.words')}</Text>
          </Banner>
        )}
        {leftOut > 0 && (
          <Banner tone="warning" title={t('leftOut.title', { count: leftOut, shown: count(leftOut) })}>
            <Text as="p">{t('leftOut.words', { most: count(MOST_ROWS) })}</Text>
            <code>{COMMAND}</code>
          </Banner>
        )}
        <Problems {...result.problems} />
        <ReasonBars counts={counts} judged={judged} />
        <Text as="p" tone="subdued">
          {t('done.meaning')}
        </Text>
        {columns > 1 && (
          <Select
            label={t('done.column')}
            options={Array.from({ length: columns }, (_, index) => ({
              value: String(index),
              label: header?.[index]?.trim() || t('done.columnNumber', { number: index + 1 }),
            }))}
            value={String(column)}
            onChange={(value) => onColumn(Number(value))}
          />
        )}
        <InlineStack gap="200">
          <Button variant="primary" onClick={save}>
            {t('done.save')}
          </Button>
          <Button onClick={onStartOver}>{t('done.again')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Problems({ count: all, first }: BulkResult['problems']) {
  const { t } = useTranslation('verify');
  const { count } = useFormat();
  if (all === 0) return null;
  const more = all - first.length;
  return (
    <Banner tone="warning" title={t('problems.title', { count: all, shown: count(all) })}>
      <Text as="p">{t('problems.words')}</Text>
      <ul className="prahari-steps">
        {first.map(({ line, problem }) => (
          <li key={line}>{t('problems.line', { line: count(line), what: t(`problems.${problem}`) })}</li>
        ))}
        {more > 0 && <li>{t('problems.more', { count: more, shown: count(more) })}</li>}
      </ul>
    </Banner>
  );
}
