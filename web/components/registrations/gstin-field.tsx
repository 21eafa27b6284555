import { BlockStack, Box, Button, Icon, InlineStack, Text, TextField } from '@shopify/polaris';
import { AlertCircleIcon, CheckCircleIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems.ts';
import { useAddRegistration } from '../../api/settings.ts';
import { toast } from '../../admin/app-bridge.ts';
import { useWords } from '../../words/use-words.ts';
import { ActProblem } from '../act-problem.tsx';
import { fieldState, isAddable, type FieldState } from './gstin-verdict.ts';
import {
  GSTIN_LAYOUT_TEXTS,
  GSTIN_REASON_TEXTS,
  GSTIN_WARNING_TEXTS,
  gstinTextData,
} from '../../../core/gst/gstin-texts.ts';
import { suggestionsFor } from '../../../core/gst/gstin-repairs.ts';
import type { GstinVerdict } from '../../../core/gst/gstin.ts';
import { fill } from '../../../core/text.ts';

/** Spaces and hyphens may be typed; what is far longer than a GSTIN is no slip of the finger. */
const MOST_CHARACTERS = 40;

/** One GSTIN, judged as it is typed and added by a button or Enter. */
export function GstinField({ isDisabled, isPrimary = false }: { isDisabled: boolean; isPrimary?: boolean }) {
  const { t } = useTranslation();
  const { text } = useWords();
  const add = useAddRegistration();
  const [input, setInput] = useState('');
  const [isLeft, setLeft] = useState(false);
  const state = fieldState(input, isLeft && input !== '');

  const change = (value: string) => {
    setInput(value);
    setLeft(false);
    add.reset();
  };
  const submit = () => {
    const asked = fieldState(input, true);
    if (asked.kind !== 'judged' || !isAddable(asked.verdict)) {
      setLeft(true);
      return;
    }
    add.mutate(asked.verdict.gstin, {
      onSuccess: () => {
        change('');
        toast(t('toast.gstinAdded'));
      },
    });
  };

  const refusal = add.error instanceof ApiProblem && add.error.problem.status === 409 ? add.error.problem : null;
  const refused = refusal && (refusal.fields?.['gstin'] === 'duplicate' ? t('gstin.taken') : t('gstin.full'));
  const error = refused ?? errorOf(state, text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <BlockStack gap="200">
        <TextField
          label={t('gstin.label')}
          value={input}
          onChange={change}
          onBlur={() => setLeft(true)}
          maxLength={MOST_CHARACTERS}
          autoComplete="off"
          spellCheck={false}
          monospaced
          disabled={isDisabled || add.isPending}
          helpText={helpOf(state, t)}
          error={error ?? false}
          connectedRight={
            <Button
              submit
              {...(isPrimary && { variant: 'primary' as const })}
              loading={add.isPending}
              disabled={isDisabled}
            >
              {t('gstin.add')}
            </Button>
          }
        />
        {state.kind === 'judged' && <VerdictLines verdict={state.verdict} onChoose={change} />}
        {!refused && <ActProblem id="gstin" error={add.error} />}
      </BlockStack>
    </form>
  );
}

/** The reason in words; a real number that is not a seller's own says whose it is. */
function errorOf(state: FieldState, text: ReturnType<typeof useWords>['text']): string | undefined {
  if (state.kind === 'neutral') return undefined;
  const { verdict } = state;
  if (!verdict.ok) return fill(text(GSTIN_REASON_TEXTS[verdict.reason]), gstinTextData(verdict));
  return verdict.layout === 'regular' ? undefined : text(GSTIN_LAYOUT_TEXTS[verdict.layout]);
}

function helpOf(state: FieldState, t: ReturnType<typeof useTranslation>['t']): string {
  return state.kind === 'neutral' && state.typed > 0 ? t('gstin.typed', { count: state.typed }) : t('gstin.help');
}

function VerdictLines({ verdict, onChoose }: { verdict: GstinVerdict; onChoose: (gstin: string) => void }) {
  const { t } = useTranslation();
  const { text, state } = useWords();
  if (!verdict.ok) {
    return (
      <InlineStack gap="200" blockAlign="center">
        {suggestionsFor(verdict).map((suggestion) => (
          <Button key={suggestion} variant="plain" onClick={() => onChoose(suggestion)}>
            {t('gstin.didYouMean', { gstin: suggestion })}
          </Button>
        ))}
      </InlineStack>
    );
  }
  if (!verdict.canSellWith) return null;
  return (
    <div role="status">
      <BlockStack gap="100">
        <Line
          icon={CheckCircleIcon}
          tone="success"
          words={t('gstin.wellFormed', { state: state(verdict.stateCode), code: verdict.stateCode })}
        />
        {verdict.warnings.map((warning) => (
          <Line key={warning} icon={AlertCircleIcon} tone="caution" words={text(GSTIN_WARNING_TEXTS[warning])} />
        ))}
      </BlockStack>
    </div>
  );
}

function Line({ icon, tone, words }: { icon: typeof CheckCircleIcon; tone: 'success' | 'caution'; words: string }) {
  return (
    <InlineStack gap="200" wrap={false} blockAlign="start">
      <Box>
        <Icon source={icon} tone={tone} />
      </Box>
      <Text as="p">{words}</Text>
    </InlineStack>
  );
}
