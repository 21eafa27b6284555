import { Badge, BlockStack, Box, Collapsible, Icon, InlineStack, Text } from '@shopify/polaris';
import { ChevronDownIcon, ChevronUpIcon } from '@shopify/polaris-icons';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeBadge } from '../../components/badges.tsx';
import { useSourceWords } from '../../components/reason/use-source-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ControlDetails } from './control-details.tsx';
import { groupOf, type ControlRow as Row } from './controls-of-step.ts';
import { checksOf, gravestOf, kindsOf } from './control-facts.ts';
import type { Known } from './use-known.ts';

interface ControlRowProps {
  readonly row: Row;
  readonly known: Known;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** The address names this control: it takes the focus. */
  readonly isWanted: boolean;
  readonly onAnswer: (questionId: string) => void;
}

/** One control: its name and outcome; opened, everything that is known of it. */
export function ControlRow({ row, known, isOpen, onToggle, isWanted, onAnswer }: ControlRowProps) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const source = useSourceWords();
  const { control } = row;
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, [isWanted]);
  return (
    <Box padding="400">
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
          <div style={{ flex: 1, minWidth: 0 }}>
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                <button
                  ref={button}
                  type="button"
                  className="prahari-step"
                  aria-expanded={isOpen}
                  aria-controls={id}
                  onClick={onToggle}
                >
                  {text(control.title)}
                </button>
              </Text>
              <InlineStack gap="200" align="start" blockAlign="center">
                <OutcomeBadge outcome={groupOf(row)} severity={gravestOf(row, known.results)} />
                {control.fixableBy === 'platform' && <Badge>{t('control.platformOnly')}</Badge>}
                <Text as="span" tone="subdued" variant="bodySm">
                  {row.standing.rung === null
                    ? control.id
                    : `${control.id} · ${source(row.standing.rung, kindsOf(checksOf(row, known.results)))}`}
                </Text>
              </InlineStack>
            </BlockStack>
          </div>
          <Box>
            <Icon source={isOpen ? ChevronUpIcon : ChevronDownIcon} tone="subdued" />
          </Box>
        </InlineStack>
        <Collapsible id={id} open={isOpen} transition={false}>
          {isOpen && <ControlDetails row={row} known={known} onAnswer={onAnswer} />}
        </Collapsible>
      </BlockStack>
    </Box>
  );
}
