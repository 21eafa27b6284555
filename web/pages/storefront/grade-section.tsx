import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Section } from './section.tsx';
import type { HeaderGradeRow } from '../../../core/api/security.ts';

/** On a host that the platform serves, only these are made by the shop, its theme and its apps. */
const OF_THE_SHOP: ReadonlySet<string> = new Set(['cookies', 'sri']);

/** The grade of the headers, and the twelve tests that it is made of. */
export function GradeSection({ grade, isPlatform }: { grade: HeaderGradeRow; isPlatform: boolean }) {
  const { t } = useTranslation('storefront');
  const { count } = useFormat();
  const costly = [...grade.tests].sort((one, other) => one.modifier - other.modifier);
  const points = (modifier: number) =>
    modifier === 0
      ? t('grade.even')
      : t(modifier > 0 ? 'grade.adds' : 'grade.costs', { count: Math.abs(modifier), shown: count(Math.abs(modifier)) });
  return (
    <Section
      title={t('grade.title')}
      sum={t('grade.sum', { grade: grade.grade, score: count(grade.score) })}
      isOpenAtFirst
    >
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <span className="prahari-bar" data-good aria-hidden="true">
            <div style={{ width: `${Math.min(100, grade.score)}%` }} />
          </span>
          <Text as="span">{t('grade.of', { score: count(grade.score), grade: grade.grade })}</Text>
        </InlineStack>
        <RowTable
          caption={t('grade.title')}
          rows={costly}
          keyOf={({ test }) => test}
          columns={[
            { title: t('grade.test'), cell: ({ test }) => t(`grade.tests.${test}`, { defaultValue: test }) },
            { title: t('grade.points'), cell: ({ modifier }) => points(modifier) },
            { title: t('grade.result'), cell: ({ result }) => <code>{result}</code> },
            {
              title: t('grade.whose'),
              cell: ({ test }) => (isPlatform && !OF_THE_SHOP.has(test) ? t('platform.mark') : t('platform.yours')),
            },
          ]}
        />
        <Text as="p" tone="subdued" variant="bodySm">
          {t('grade.source')}
        </Text>
      </BlockStack>
    </Section>
  );
}
