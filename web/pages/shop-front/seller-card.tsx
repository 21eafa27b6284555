import { Badge, BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { themeEditorAddress, toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useShowSeller } from '../../api/seller-disclosure.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { MOST_CHARS, sellerFaults, sellerInput } from './seller-form.ts';
import type { SellerDisclosure, SellerDisclosureState, SellerField } from '../../../core/api/seller-disclosure.ts';

/** What the rules ask a shop to show of its seller. Nothing is shown before the merchant says so. */
export function SellerCard({ state }: { state: SellerDisclosureState }) {
  const { t } = useTranslation('shopFront');
  const may = useMay();
  const show = useShowSeller();
  const [input, setInput] = useState(() => sellerInput(state));
  const [isAsked, setAsked] = useState(false);
  const faults = isAsked ? sellerFaults(input) : {};

  const save = () => {
    setAsked(true);
    if (Object.keys(sellerFaults(input)).length > 0) return;
    show.mutate(input, { onSuccess: () => toast(t('seller.saved')) });
  };
  const hide = (before: SellerDisclosure) =>
    show.mutate(null, {
      onSuccess: () => toast(t('seller.hidden'), { label: t('common:act.undo'), run: () => show.mutate(before) }),
    });
  const field = (name: SellerField, lines = 1) => (
    <TextField
      label={t(`seller.field.${name}`)}
      value={input[name]}
      onChange={(value) => setInput({ ...input, [name]: value })}
      maxLength={MOST_CHARS[name]}
      autoComplete="off"
      disabled={!may.manage}
      {...(lines > 1 && { multiline: lines })}
      {...(faults[name] && { error: t(`seller.fault.${faults[name]}`) })}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {t('seller.title')}
            </Text>
            <StateBadge state={state} />
          </InlineStack>
          <Text as="p">{t('seller.words')}</Text>
          <VerifiedLine state={state} />
        </BlockStack>
        <FormLayout>
          <FormLayout.Group>
            {field('legalName')}
            {field('gstin')}
          </FormLayout.Group>
          {field('address', 3)}
          <FormLayout.Group>
            {field('email')}
            {field('phone')}
          </FormLayout.Group>
          <Text as="h3" variant="headingSm">
            {t('seller.officer')}
          </Text>
          <FormLayout.Group>
            {field('officerName')}
            {field('officerTitle')}
          </FormLayout.Group>
          <FormLayout.Group>
            {field('officerEmail')}
            {field('officerPhone')}
          </FormLayout.Group>
        </FormLayout>
        <InlineStack gap="200">
          <Button variant="primary" onClick={save} loading={show.isPending} disabled={!may.manage}>
            {t(state.shown ? 'seller.saveAgain' : 'seller.save')}
          </Button>
          {state.shown && (
            <>
              <Button url={themeEditorAddress(state.editorUrls.seller)} target="_top" icon={ExternalIcon}>
                {t('seller.addBlock')}
              </Button>
              <Hide shown={state.shown} hide={hide} isDisabled={!may.manage || show.isPending} />
            </>
          )}
        </InlineStack>
        <ActProblem id="seller" error={show.error} />
      </BlockStack>
    </Card>
  );
}

function Hide({
  shown,
  hide,
  isDisabled,
}: {
  shown: SellerDisclosure;
  hide: (shown: SellerDisclosure) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('shopFront');
  return (
    <Button tone="critical" onClick={() => hide(shown)} disabled={isDisabled}>
      {t('seller.hide')}
    </Button>
  );
}

function StateBadge({ state: { shown } }: { state: SellerDisclosureState }) {
  const { t } = useTranslation('shopFront');
  return shown ? <Badge tone="success">{t('seller.on')}</Badge> : <Badge>{t('seller.off')}</Badge>;
}

/** Whether the block may say "verified", and what it takes. */
function VerifiedLine({ state: { shown, verifiedAsOf } }: { state: SellerDisclosureState }) {
  const { t } = useTranslation('shopFront');
  const { dateTime } = useFormat();
  if (!shown) return null;
  return (
    <Text as="p" tone="subdued">
      {verifiedAsOf === null ? t('seller.notVerified') : t('seller.verified', { date: dateTime(verifiedAsOf) })}
    </Text>
  );
}
