import { Badge, BlockStack, Button, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { RowTable } from '../../components/row-table.tsx';
import { STANDING_LOOKS } from './looks.ts';
import { useFormat } from '../../format/use-format.ts';
import { Identity } from './identity.tsx';
import { KindLine } from './kind-line.tsx';
import type { StandingRow } from './inventory-rows.ts';
import { shortIdentity } from './short-identity.ts';
import { useScriptsWords } from './use-scripts-words.ts';

interface InventoryTableProps {
  readonly rows: readonly StandingRow[];
  readonly onWithdraw: (identities: readonly string[]) => void;
}

/** One row a script: whose it is, where it stands, what was decided, and how it stays what it is. */
export function InventoryTable({ rows, onWithdraw }: InventoryTableProps) {
  const { t } = useTranslation('scripts');
  const { date } = useFormat();
  const { pages } = useScriptsWords();
  return (
    <RowTable
      caption={t('inventory.title')}
      rows={rows}
      keyOf={({ identity, what }) => `${what} ${identity}`}
      columns={[
        { title: t('inventory.script'), cell: (row) => <What row={row} /> },
        { title: t('inventory.origin'), cell: (row) => <Whose row={row} /> },
        { title: t('inventory.pages'), cell: ({ pageKinds }) => pages(pageKinds) },
        { title: t('inventory.standing'), cell: (row) => <Decision row={row} onWithdraw={onWithdraw} /> },
        { title: t('inventory.integrity'), cell: (row) => <Integrity row={row} /> },
        {
          title: t('inventory.firstSeen'),
          cell: ({ firstSeenAt }) => (firstSeenAt === null ? t('inventory.unknown') : date(firstSeenAt)),
        },
      ]}
    />
  );
}

function What({ row }: { row: StandingRow }) {
  return (
    <BlockStack gap="050">
      <Identity identity={row.identity} />
      <KindLine item={row} />
    </BlockStack>
  );
}

function Whose({ row: { origin, vendorName, vendorId } }: { row: StandingRow }) {
  const { t } = useTranslation('scripts');
  if (vendorName === null) return t(`origin.${origin}`);
  return vendorId === null ? vendorName : <Link url={`/vendors/${vendorId}`}>{vendorName}</Link>;
}

function Decision({
  row: { identity, standing, decision },
  onWithdraw,
}: { row: StandingRow } & Pick<InventoryTableProps, 'onWithdraw'>) {
  const { t } = useTranslation('scripts');
  const { date } = useFormat();
  const may = useMay();
  return (
    <BlockStack gap="100" inlineAlign="start">
      <span className="prahari-nowrap">
        <Badge {...STANDING_LOOKS[standing]} toneAndProgressLabelOverride={t('standing.label')}>
          {t(`standing.${standing}`)}
        </Badge>
      </span>
      {decision && standing !== 'open' && (
        <>
          <span>{t('inventory.by', { owner: decision.owner, reason: decision.reason })}</span>
          <Text as="span" tone="subdued">
            {t('inventory.decidedOn', { date: date(decision.decidedAt) })}
          </Text>
          {decision.coversNewTexts && (
            <Text as="span" tone="subdued">
              {t('inventory.covers')}
            </Text>
          )}
          {may.manage && (
            <Button
              variant="plain"
              accessibilityLabel={t('inventory.withdrawOf', { name: shortIdentity(identity).short })}
              onClick={() => onWithdraw([decision.identity])}
            >
              {t('inventory.withdraw')}
            </Button>
          )}
        </>
      )}
    </BlockStack>
  );
}

function Integrity({ row: { identity, what, hash, hasIntegrity } }: { row: StandingRow }) {
  const { t } = useTranslation('scripts');
  if (what !== 'script') return t('inventory.noText');
  const words = t(`inventory.${hasIntegrity ? 'checksum' : hash === null ? 'notRead' : 'compared'}`);
  return (
    <BlockStack gap="050">
      <span>{words}</span>
      {hash !== null && hash !== identity && (
        <Text as="span" tone="subdued">
          <Text as="span" visuallyHidden>
            {t('inventory.hashOf')}
          </Text>{' '}
          <code className="prahari-wrap">{hash}</code>
        </Text>
      )}
    </BlockStack>
  );
}
