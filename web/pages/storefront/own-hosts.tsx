import { Badge, BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeHosts } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CopyField } from './copy-field.tsx';
import { hostOf } from './host-of.ts';
import type { HostBook, OwnHostRow } from '../../../core/api/hosts.ts';

/** Hosts that Shopify does not list: each is visited when a DNS record proves that it is the shop's. */
export function OwnHosts({ book }: { book: HostBook }) {
  const { t } = useTranslation('storefront');
  const may = useMay();
  const change = useChangeHosts();
  const remove = useChangeHosts();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const host = hostOf(typed);

  const add = () => {
    setAsked(true);
    if (host === null) return;
    change.mutate(
      { act: 'add-host', host },
      {
        onSuccess: () => {
          setTyped('');
          setAsked(false);
          toast(t('ownHost.added'));
        },
      },
    );
  };
  return (
    <BlockStack gap="400">
      {book.hosts.map((own) => (
        <OwnHostBlock
          key={own.id}
          own={own}
          isBusy={remove.isPending}
          onRemove={() =>
            remove.mutate({ act: 'remove-host', id: own.id }, { onSuccess: () => toast(t('ownHost.removed')) })
          }
        />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <BlockStack gap="300">
          <TextField
            label={t('ownHost.label')}
            helpText={t('ownHost.help')}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck={false}
            maxLength={253}
            disabled={!may.manage}
            error={isAsked && host === null && t('ownHost.fault')}
          />
          <InlineStack>
            <Button submit loading={change.isPending} disabled={!may.manage}>
              {t('ownHost.add')}
            </Button>
          </InlineStack>
          <ActProblem id="own-host" error={change.error ?? remove.error} />
        </BlockStack>
      </form>
    </BlockStack>
  );
}

interface OwnHostBlockProps {
  readonly own: OwnHostRow;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

function OwnHostBlock({ own, isBusy, onRemove }: OwnHostBlockProps) {
  const { t } = useTranslation('storefront');
  const { date } = useFormat();
  const may = useMay();
  const isProven = own.verifiedAt !== null;
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <div className="prahari-wrap">
          <Text as="h3" variant="headingSm">
            {own.host}
          </Text>
        </div>
        <Badge
          {...(isProven
            ? { tone: 'success' as const, progress: 'complete' as const }
            : { progress: 'incomplete' as const })}
          toneAndProgressLabelOverride={t('ownHost.proof')}
        >
          {t(isProven ? 'ownHost.proven' : 'ownHost.notProven')}
        </Badge>
      </InlineStack>
      {own.verifiedAt === null ? (
        <>
          <Text as="p">{t('ownHost.howTo')}</Text>
          <CopyField label={t('ownHost.recordName')} value={own.proofName} />
          <CopyField label={t('ownHost.recordText')} value={own.proof} />
          <Text as="p" tone="subdued">
            {t('ownHost.nextCheck')}
          </Text>
        </>
      ) : (
        <Facts facts={[{ name: t('ownHost.proof'), value: date(own.verifiedAt) }]} />
      )}
      <InlineStack>
        <Button
          variant="plain"
          tone="critical"
          disabled={!may.manage || isBusy}
          onClick={onRemove}
          accessibilityLabel={t('ownHost.removeOf', { host: own.host })}
        >
          {t('ownHost.remove')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
