import { BlockStack, Button, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeHosts } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { addDays, indiaDay } from '../../format/calendar.ts';
import { signatureFault, type SignatureInput } from './signature-fault.ts';

/** Shopify gives a signature for three months at most. */
const LONGEST_DAYS = 93;

/** The two values of a crawler signature. They are secrets: they go to the server and never come back. */
export function SignatureForm({ hosts, onDone }: { hosts: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('storefront');
  const change = useChangeHosts();
  const [today] = useState(() => indiaDay(new Date(Date.now()).toISOString()));
  const [input, setInput] = useState<SignatureInput>({
    host: hosts[0] ?? '',
    signatureInput: '',
    signature: '',
    endsOn: '',
  });
  const [isAsked, setAsked] = useState(false);
  const latest = addDays(today, LONGEST_DAYS);
  const fault = isAsked ? signatureFault(input, today, latest) : null;
  const set = (part: Partial<SignatureInput>) => setInput({ ...input, ...part });

  const submit = () => {
    setAsked(true);
    if (signatureFault(input, today, latest)) return;
    change.mutate(
      {
        act: 'set-signature',
        signature: { ...input, signatureInput: input.signatureInput.trim(), signature: input.signature.trim() },
      },
      {
        onSuccess: () => {
          setInput({ ...input, signatureInput: '', signature: '' });
          change.reset();
          toast(t('signature.saved'));
          onDone();
        },
      },
    );
  };
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <BlockStack gap="300">
        {hosts.length > 1 && (
          <Select
            label={t('signature.host')}
            options={hosts.map((host) => ({ value: host, label: host }))}
            value={input.host}
            onChange={(host) => set({ host })}
          />
        )}
        <TextField
          type="password"
          label="Signature-Input"
          value={input.signatureInput}
          onChange={(signatureInput) => set({ signatureInput })}
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          error={fault === 'signatureInput' && t('signature.fault.signatureInput')}
        />
        <TextField
          type="password"
          label="Signature"
          value={input.signature}
          onChange={(signature) => set({ signature })}
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          error={fault === 'signature' && t('signature.fault.signature')}
        />
        <TextField
          type="date"
          label={t('signature.endsOn')}
          helpText={t('signature.endsOnHelp')}
          value={input.endsOn}
          min={today}
          max={latest}
          onChange={(endsOn) => set({ endsOn })}
          autoComplete="off"
          error={fault === 'endsOn' && t('signature.fault.endsOn')}
        />
        <Text as="p" tone="subdued">
          {t('signature.kept')}
        </Text>
        <InlineStack>
          <Button submit variant="primary" loading={change.isPending}>
            {t('signature.save')}
          </Button>
        </InlineStack>
        <ActProblem id="signature" error={change.error} />
      </BlockStack>
    </form>
  );
}
