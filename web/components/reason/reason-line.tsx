import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { AllowButton } from '../allow-button.tsx';
import { CheckNowButton } from '../check-now-button.tsx';
import { nextAct, type NextAct } from './next-act.ts';
import type { Question } from '../../../core/data/questions.ts';
import type { NotAssessedReason } from '../../../core/judgement.ts';

interface ReasonLineProps {
  readonly reason: NotAssessedReason;
  /** Questions that would bring what is missing; the first of them opens. */
  readonly questions: readonly Pick<Question, 'id'>[];
  readonly onAnswer: (questionId: string) => void;
  /** False where the page itself has the button that checks again. */
  readonly hasCheckButton?: boolean;
}

/** Why a control could not be assessed, and the one thing to do about it. */
export function ReasonLine({ reason, ...rest }: ReasonLineProps) {
  const { t } = useTranslation('security');
  const what = 'kind' in reason ? t(`common:evidence.${reason.kind}`) : '';
  return (
    <BlockStack gap="200">
      <Text as="p">{t(`reason.${reason.reason}`, { what })}</Text>
      <Act act={nextAct(reason)} {...rest} />
    </BlockStack>
  );
}

function Act({ act, questions, onAnswer, hasCheckButton = true }: { act: NextAct } & Omit<ReasonLineProps, 'reason'>) {
  const { t } = useTranslation('security');
  const may = useMay();
  switch (act.kind) {
    case 'allow':
      return <AllowButton label={t('next.allow')} scopes={act.scopes} isPrimary={false} />;
    case 'check':
      return hasCheckButton ? <CheckNowButton /> : null;
    case 'go':
      return (
        <InlineStack>
          <Button url={act.url}>{t(`next.${act.label}`)}</Button>
        </InlineStack>
      );
    case 'answer': {
      const [first] = questions;
      return first === undefined ? null : (
        <InlineStack>
          <Button disabled={!may.manage} onClick={() => onAnswer(first.id)}>
            {t('next.answer')}
          </Button>
        </InlineStack>
      );
    }
    case 'none':
      return null;
  }
}
