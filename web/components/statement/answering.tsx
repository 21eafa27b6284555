import { Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScanToCome } from '../../api/scan.ts';
import { StatementDialog } from './statement-dialog.tsx';
import type { Instant } from '../../../core/time.ts';

/** A question that a page has open, and whether an answer still waits for the check that judges it. */
export interface Answering {
  readonly questionId: string | null;
  readonly open: (questionId: string) => void;
  readonly close: () => void;
  readonly saved: () => void;
  readonly isAwaited: boolean;
}

/** `takenAt`: of the verdicts that the page shows. A check follows each answer by itself; newer verdicts end the waiting. */
export function useAnswering(takenAt: Instant | null): Answering {
  const [questionId, setQuestionId] = useState<string | null>(null);
  const [before, setBefore] = useState<{ readonly takenAt: Instant | null } | null>(null);
  const isAwaited = before !== null && before.takenAt === takenAt;
  useScanToCome(isAwaited);
  return {
    questionId,
    open: setQuestionId,
    close: () => setQuestionId(null),
    saved: () => setBefore({ takenAt }),
    isAwaited,
  };
}

/** The open question, and a word that what was answered is judged soon. */
export function AnsweringParts({ answering }: { answering: Answering }) {
  const { t } = useTranslation('security');
  return (
    <>
      {answering.isAwaited && (
        <div role="status">
          <Card>
            <Text as="p">{t('statement.judgedSoon')}</Text>
          </Card>
        </div>
      )}
      {answering.questionId !== null && (
        <StatementDialog questionId={answering.questionId} onClose={answering.close} onSaved={answering.saved} />
      )}
    </>
  );
}
