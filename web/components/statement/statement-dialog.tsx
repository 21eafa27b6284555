import { BlockStack, Button, ChoiceList, InlineStack, List, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useQuestions, useSendPaper, useStateAnswer, useTakeBack } from '../../api/security.ts';
import { addDays, indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { ActProblem } from '../act-problem.tsx';
import { paperFault } from './paper.ts';
import { PaperField } from './paper-field.tsx';
import { useStatementWords } from './use-statement-words.ts';
import type { QuestionRow } from '../../../core/api/security.ts';
import { questionById, type Question } from '../../../core/data/questions.ts';
import type { AttestedAnswer } from '../../../core/evidence/attestations.ts';

interface StatementDialogProps {
  readonly questionId: string;
  readonly onClose: () => void;
  /** Something changed that the next check judges. */
  readonly onSaved: () => void;
}

/** A person answers one question for the shop: with a day on which the answer ends, and a paper where there is one. */
export function StatementDialog({ questionId, onClose, onSaved }: StatementDialogProps) {
  const { t } = useTranslation('security');
  const questions = useQuestions();
  const question = questionById(questionId);
  if (!question) return null;
  const row = questions.data?.find((one) => one.questionId === questionId);
  if (questions.isPending) {
    return (
      <AdminDialog
        isOpen
        title={t('statement.title')}
        action={{ label: t('statement.save'), run: () => undefined, isBusy: true }}
        onClose={onClose}
      >
        <SkeletonBodyText lines={5} />
      </AdminDialog>
    );
  }
  return <OpenDialog question={question} row={row} onClose={onClose} onSaved={onSaved} />;
}

interface OpenDialogProps {
  readonly question: Question;
  readonly row: QuestionRow | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function OpenDialog({ question, row, onClose, onSaved }: OpenDialogProps) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { day } = useFormat();
  const said = useStatementWords();
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [answer, setAnswer] = useState<AttestedAnswer | null>(row?.answer ?? null);
  const [paper, setPaper] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isAsked, setAsked] = useState(false);
  const state = useStateAnswer();
  const send = useSendPaper(setShare);
  const takeBack = useTakeBack();
  const before = row?.answer ?? null;
  const fault = paper && paperFault(paper);
  const isBusy = state.isPending || send.isPending;

  const save = async () => {
    setAsked(true);
    if (answer === null || fault !== null) return;
    try {
      // A new paper joins an answer that still counts; anything else is a new answer with a new end.
      if (!paper || answer !== before || hasEnded(row)) await state.mutateAsync({ questionId: question.id, answer });
      if (paper) await send.mutateAsync({ questionId: question.id, file: paper });
    } catch {
      // Each act keeps its own error, and the dialog shows it.
      setShare(null);
      return;
    }
    toast(t('statement.saved'));
    onSaved();
    onClose();
  };
  const remove = () =>
    takeBack.mutate(question.id, {
      onSuccess: () => {
        onSaved();
        toast(
          t('statement.takenBack'),
          before === null
            ? undefined
            : { label: t('common:act.undo'), run: () => state.mutate({ questionId: question.id, answer: before }) },
        );
        onClose();
      },
    });
  return (
    <AdminDialog
      isOpen
      title={t('statement.title')}
      action={{ label: t('statement.save'), run: () => void save(), isBusy }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="p" fontWeight="medium">
            {text(question.text)}
          </Text>
          <Text as="p" tone="subdued">
            {t('statement.yesMeans')}
          </Text>
          <List>
            {question.covers.map((part) => (
              <List.Item key={part.en}>{text(part)}</List.Item>
            ))}
          </List>
        </BlockStack>
        <ChoiceList
          title={t('statement.yourAnswer')}
          choices={[
            { value: 'yes', label: t('statement.answers.yes') },
            { value: 'no', label: t('statement.answers.no'), helpText: t('statement.noHelp') },
            ...(question.mayBeNotApplicable
              ? [{ value: 'not-applicable', label: t('statement.answers.not-applicable') }]
              : []),
          ]}
          selected={answer === null ? [] : [answer]}
          onChange={([chosen]) => setAnswer((chosen as AttestedAnswer | undefined) ?? null)}
          {...(isAsked && answer === null && { error: t('statement.chooseOne') })}
        />
        <Text as="p" tone="subdued">
          {question.expiryDays > 0
            ? t('statement.countsUntil', { day: day(addDays(today, question.expiryDays)) })
            : t('statement.countsAlways')}
        </Text>
        {row?.file && !paper && (
          <Text as="p" tone="subdued">
            {t('paper.stays')}
          </Text>
        )}
        <PaperField
          questionId={question.id}
          kept={row?.file ?? null}
          chosen={paper}
          fault={fault}
          share={share}
          isNeeded={question.needsFile}
          error={send.error}
          onChoose={(file) => {
            send.reset();
            setPaper(file);
          }}
        />
        {row?.answer != null && (
          <BlockStack gap="100">
            <Text as="p" tone="subdued">
              {said(row)}
            </Text>
            <InlineStack>
              <Button variant="plain" tone="critical" loading={takeBack.isPending} onClick={remove}>
                {t('statement.takeBack')}
              </Button>
            </InlineStack>
          </BlockStack>
        )}
        <ActProblem id="statement" error={state.error ?? takeBack.error} />
      </BlockStack>
    </AdminDialog>
  );
}

function hasEnded(row: QuestionRow | undefined): boolean {
  return row?.expiresAt != null && row.expiresAt < new Date().toISOString();
}
