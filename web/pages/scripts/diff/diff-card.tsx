import { BlockStack, Button, Card, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScriptDiff } from '../../../api/scripts.ts';
import { ActProblem } from '../../../components/act-problem.tsx';
import { Facts } from '../../../components/facts.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { shortIdentity } from '../short-identity.ts';
import { DiffTable } from './diff-table.tsx';
import { textDiff } from './text-diff.ts';
import type { ScriptDiff, ScriptText } from '../../../../core/api/scripts.ts';

interface DiffCardProps {
  readonly identity: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly onClose: () => void;
}

/** Two texts of one script side by side, as text: nothing of them is run, and none of it is markup. */
export function DiffCard({ identity, fromHash, toHash, onClose }: DiffCardProps) {
  const { t } = useTranslation('scripts');
  const diff = useScriptDiff(fromHash, toHash);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [fromHash, toHash]);
  return (
    <Card>
      <div ref={place} tabIndex={-1} className="prahari-place">
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="start" gap="200">
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {t('diff.title')}
              </Text>
              <code className="prahari-wrap">{shortIdentity(identity).whole}</code>
            </BlockStack>
            <Button onClick={onClose}>{t('diff.close')}</Button>
          </InlineStack>
          <ActProblem id="script-diff" error={diff.error} />
          {diff.isPending && <Spinner size="small" accessibilityLabel={t('common:loading')} />}
          {diff.data && <Compared diff={diff.data} />}
        </BlockStack>
      </div>
    </Card>
  );
}

function Compared({ diff: { state, from, to } }: { diff: ScriptDiff }) {
  const { t } = useTranslation('scripts');
  const result = useMemo(
    () => (state === 'ready' && from && to ? textDiff(from.text, to.text) : null),
    [state, from, to],
  );
  if (result?.state !== 'ready') {
    const why = result?.state ?? (state === 'too-large' ? 'too-large' : 'not-kept');
    return (
      <BlockStack gap="300">
        <Text as="p">{t(`diff.${why}`)}</Text>
        <Sizes before={from} now={to} />
      </BlockStack>
    );
  }
  const isSame = result.rows.every(({ kind }) => kind !== 'other');
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t('diff.words')}
      </Text>
      {result.isBroken && <Text as="p">{t('diff.broken')}</Text>}
      {(from?.isCut === true || to?.isCut === true) && <Text as="p">{t('diff.cut')}</Text>}
      {isSame && <Text as="p">{t('diff.same')}</Text>}
      <Sizes before={from} now={to} />
      {!isSame && <DiffTable rows={result.rows} />}
    </BlockStack>
  );
}

function Sizes({ before, now }: { before: ScriptText | null; now: ScriptText | null }) {
  const { t } = useTranslation('scripts');
  const { count, dateTime } = useFormat();
  const side = (name: 'from' | 'to', text: ScriptText | null) =>
    text
      ? [
          {
            name: t(`diff.${name}`, { time: dateTime(text.seenAt) }),
            value: (
              <BlockStack gap="050">
                <span>{t('diff.size', { count: text.text.length, shown: count(text.text.length) })}</span>
                <code className="prahari-wrap">{text.hash}</code>
              </BlockStack>
            ),
          },
        ]
      : [];
  return <Facts facts={[...side('from', before), ...side('to', now)]} />;
}
