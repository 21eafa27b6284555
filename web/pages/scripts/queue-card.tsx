import { Badge, BlockStack, Button, Card, Checkbox, InlineStack, Link, Text } from '@shopify/polaris';
import { CheckIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Identity } from './identity.tsx';
import { KindLine } from './kind-line.tsx';
import { shortIdentity } from './short-identity.ts';
import { useScriptsWords } from './use-scripts-words.ts';
import { isOverdue } from './waiting.ts';
import type { ScriptChangeRow } from '../../../core/api/scripts.ts';
import { isSensitive } from '../../../core/scripts/script-item.ts';

const ROWS_AT_FIRST = 25;

interface QueueCardProps {
  readonly changes: readonly ScriptChangeRow[];
  readonly onDecide: (verdict: 'approved' | 'rejected', identities: readonly string[]) => void;
  readonly onWithdraw: (identities: readonly string[]) => void;
  readonly onCompare: (change: ScriptChangeRow) => void;
}

/** What nobody has decided on, the oldest first: one at a time, or several at once. */
export function QueueCard({ changes, onDecide, onWithdraw, onCompare }: QueueCardProps) {
  const { t } = useTranslation('scripts');
  const { count } = useFormat();
  const may = useMay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) {
    return (
      <Card>
        <EmptyNote icon={CheckIcon} title={t('queue.none')} words={t('queue.noneWords')} />
      </Card>
    );
  }
  const shown = isWhole ? changes : changes.slice(0, ROWS_AT_FIRST);
  // One that is gone has nothing to approve.
  const open = changes.filter(({ kind }) => kind !== 'gone').map(({ identity }) => identity);
  const picked = open.filter((identity) => chosen.has(identity));
  const toggle = (identity: string) => {
    const next = new Set(chosen);
    if (!next.delete(identity)) next.add(identity);
    setChosen(next);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('queue.title', { count: changes.length, shown: count(changes.length) })}
          </Text>
          <Text as="p" tone="subdued">
            {t('queue.words')}
          </Text>
          <Text as="p" tone="subdued">
            {t('queue.rejected')}
          </Text>
        </BlockStack>
        {may.manage && open.length > 1 && (
          <InlineStack gap="200">
            <Button onClick={() => setChosen(new Set(picked.length === open.length ? [] : open))}>
              {t(picked.length === open.length ? 'queue.pickNone' : 'queue.pickAll')}
            </Button>
            <Button disabled={picked.length === 0} onClick={() => onDecide('approved', picked)}>
              {t('queue.approveMany', { count: picked.length })}
            </Button>
            <Button disabled={picked.length === 0} onClick={() => onDecide('rejected', picked)}>
              {t('queue.rejectMany', { count: picked.length })}
            </Button>
          </InlineStack>
        )}
        <RowTable
          caption={t('queue.title', { count: changes.length, shown: count(changes.length) })}
          rows={shown}
          keyOf={({ kind, identity }) => `${kind} ${identity}`}
          columns={[
            {
              title: t('queue.script'),
              cell: (change) => (
                <Who
                  change={change}
                  isChosen={chosen.has(change.identity)}
                  onToggle={may.manage && open.length > 1 && change.kind !== 'gone' ? toggle : null}
                />
              ),
            },
            { title: t('queue.what'), cell: (change) => <What change={change} /> },
            { title: t('queue.pages'), cell: (change) => <Where change={change} /> },
            { title: t('queue.since'), cell: (change) => <Since change={change} /> },
            {
              title: t('queue.act'),
              cell: (change) => <Acts {...{ change, onDecide, onWithdraw, onCompare }} />,
            },
          ]}
        />
        {shown.length < changes.length && (
          <InlineStack>
            <Button variant="plain" onClick={() => setWhole(true)}>
              {t('queue.whole', { count: changes.length - shown.length, shown: count(changes.length - shown.length) })}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

interface WhoProps {
  readonly change: ScriptChangeRow;
  readonly isChosen: boolean;
  readonly onToggle: ((identity: string) => void) | null;
}

function Who({ change: { identity, item, vendorName, vendorId }, isChosen, onToggle }: WhoProps) {
  const { t } = useTranslation('scripts');
  return (
    <div className="prahari-pick">
      {onToggle && (
        <Checkbox
          label={t('queue.pick', { name: shortIdentity(identity).short })}
          labelHidden
          checked={isChosen}
          onChange={() => onToggle(identity)}
        />
      )}
      <BlockStack gap="050">
        <Identity identity={identity} />
        {item && <KindLine item={item} />}
        {vendorName !== null &&
          (vendorId === null ? (
            <Text as="span" tone="subdued">
              {vendorName}
            </Text>
          ) : (
            <Link url={`/vendors/${vendorId}`}>{vendorName}</Link>
          ))}
      </BlockStack>
    </div>
  );
}

function What({ change: { kind, fromIdentity } }: { change: ScriptChangeRow }) {
  const { t } = useTranslation('scripts');
  if (kind === 'host-changed') {
    return t('change.host-changed', { before: fromIdentity === null ? '' : shortIdentity(fromIdentity).short });
  }
  return t(`change.${kind}`);
}

function Where({ change: { item, decision } }: { change: ScriptChangeRow }) {
  const { t } = useTranslation('scripts');
  const { pages } = useScriptsWords();
  const kinds = item?.pageKinds ?? decision?.pageKinds ?? [];
  return (
    <BlockStack gap="100" inlineAlign="start">
      <span>{pages(kinds)}</span>
      {item && isSensitive(item) && <Badge tone="warning">{t('queue.sensitive')}</Badge>}
    </BlockStack>
  );
}

function Since({ change: { since } }: { change: ScriptChangeRow }) {
  const { t } = useTranslation('scripts');
  const { date } = useFormat();
  const [nowMs] = useState(() => Date.now());
  return (
    <BlockStack gap="100" inlineAlign="start">
      <span className="prahari-nowrap">{date(since)}</span>
      {isOverdue(since, nowMs) && <Badge tone="attention">{t('queue.overdue')}</Badge>}
    </BlockStack>
  );
}

type ActsProps = { readonly change: ScriptChangeRow } & Pick<QueueCardProps, 'onDecide' | 'onWithdraw' | 'onCompare'>;

function Acts({ change, onDecide, onWithdraw, onCompare }: ActsProps) {
  const { t } = useTranslation('scripts');
  const may = useMay();
  const { identity, kind, hasDiff } = change;
  const name = shortIdentity(identity).short;
  return (
    <InlineStack gap="200">
      {hasDiff && (
        <Button accessibilityLabel={t('queue.compareOf', { name })} onClick={() => onCompare(change)}>
          {t('queue.compare')}
        </Button>
      )}
      {kind === 'gone' ? (
        <Button
          disabled={!may.manage}
          accessibilityLabel={t('queue.removeOf', { name })}
          onClick={() => onWithdraw([identity])}
        >
          {t('queue.remove')}
        </Button>
      ) : (
        <>
          <Button
            disabled={!may.manage}
            accessibilityLabel={t('queue.approveOf', { name })}
            onClick={() => onDecide('approved', [identity])}
          >
            {t('queue.approve')}
          </Button>
          <Button
            disabled={!may.manage}
            accessibilityLabel={t('queue.rejectOf', { name })}
            onClick={() => onDecide('rejected', [identity])}
          >
            {t('queue.reject')}
          </Button>
        </>
      )}
    </InlineStack>
  );
}
