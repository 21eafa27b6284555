import { Badge, BlockStack, Card, InlineStack, Link, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { OutcomeBadge } from '../../components/badges.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { knownOf, type FrameworkRow } from './framework-rows.ts';
import { FRAMEWORK_IDS, type FrameworkId } from '../../../core/data/controls.ts';
import { FRAMEWORKS } from '../../../core/data/frameworks.ts';

interface FrameworkCardProps {
  readonly chosen: FrameworkId;
  readonly rows: readonly FrameworkRow[];
  /** False before the first check. */
  readonly isJudged: boolean;
  readonly onChoose: (framework: FrameworkId) => void;
}

/** One framework: each of its numbers with the controls that speak for it, and how they stand. */
export function FrameworkCard({ chosen, rows, isJudged, onChoose }: FrameworkCardProps) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { count } = useFormat();
  const framework = FRAMEWORKS[chosen];
  return (
    <Card>
      <BlockStack gap="400">
        <Select
          label={t('frameworks.choose')}
          options={FRAMEWORK_IDS.map((id) => ({
            value: id,
            label: t('frameworks.edition', { name: text(FRAMEWORKS[id].name), version: FRAMEWORKS[id].version }),
          }))}
          value={chosen}
          onChange={(id: FrameworkId) => onChoose(id)}
        />
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text(framework.name)}
          </Text>
          <Text as="p">{t('frameworks.words')}</Text>
          <Text as="p" tone="subdued">
            {isJudged
              ? t('frameworks.sum', { count: rows.length, known: count(knownOf(rows)) })
              : t('frameworks.noBoard')}
          </Text>
          {rows.some(({ isVerified }) => !isVerified) && (
            <Text as="p" tone="subdued">
              {t('frameworks.unverifiedWords')}
            </Text>
          )}
        </BlockStack>
        <BlockStack gap="100">
          {framework.status === 'unverified' && <Text as="p">{t('frameworks.sourceUnverified')}</Text>}
          <Text as="p" tone="subdued">
            {t('frameworks.source', { source: framework.source })}
          </Text>
        </BlockStack>
        <RowTable
          caption={text(framework.name)}
          rows={rows}
          keyOf={({ item }) => item}
          columns={[
            {
              title: t('frameworks.item'),
              cell: ({ item, name, isVerified }) => (
                <BlockStack gap="100" inlineAlign="start">
                  <Text as="span">{item}</Text>
                  {name && (
                    <Text as="span" tone="subdued">
                      {text(name)}
                    </Text>
                  )}
                  {!isVerified && <Badge>{t('frameworks.unverified')}</Badge>}
                </BlockStack>
              ),
            },
            {
              title: t('frameworks.evidence'),
              cell: ({ controls }) =>
                controls.length === 0 ? (
                  <Text as="span">{t('frameworks.noControl')}</Text>
                ) : (
                  <BlockStack gap="200">
                    {controls.map(({ control, outcome }) => (
                      <InlineStack key={control.id} gap="200" align="start" blockAlign="center">
                        <OutcomeBadge outcome={outcome} severity={control.severity} />
                        <Link url={`/security/${control.step}#${control.id}`}>{text(control.title)}</Link>
                      </InlineStack>
                    ))}
                  </BlockStack>
                ),
            },
          ]}
        />
      </BlockStack>
    </Card>
  );
}
