import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { ChecksOfControl } from './checks-of-control.tsx';
import { checksOf, kindsOf, readFor, reasonsOf } from './control-facts.ts';
import { MendSteps } from './mend-steps.tsx';
import { useSourceWords } from '../../components/reason/use-source-words.ts';
import { ReasonLine } from '../../components/reason/reason-line.tsx';
import { StatementLine } from '../../components/statement/statement-line.tsx';
import type { ControlRow } from './controls-of-step.ts';
import type { Known } from './use-known.ts';
import { criterionOf } from '../../../core/data/control-criteria.ts';
import { FRAMEWORK_IDS } from '../../../core/data/controls.ts';
import { FRAMEWORKS } from '../../../core/data/frameworks.ts';
import { QUESTIONS } from '../../../core/data/questions.ts';
import { unassessedReason } from '../../../core/data/unassessed-controls.ts';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';

/** What people say or do; it ends after some days. The rest is read anew at each check. */
const STATED_KINDS: ReadonlySet<EvidenceKind> = new Set(['people', 'selfChecks', 'attestations']);

interface ControlDetailsProps {
  readonly row: ControlRow;
  readonly known: Known;
  readonly onAnswer: (questionId: string) => void;
}

/** What passes, what was seen, how sure that is, what is missing, how to mend it, and which papers ask for it. */
export function ControlDetails({ row, known, onAnswer }: ControlDetailsProps) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { dateTime, date } = useFormat();
  const { control, standing } = row;
  const source = useSourceWords();
  const criterion = criterionOf(control.id);
  const unassessed = unassessedReason(control.id);
  const checks = checksOf(row, known.results);
  const isStated = kindsOf(checks).some((kind) => STATED_KINDS.has(kind));
  const questions = QUESTIONS.filter((question) => question.control === control.id);
  // The mappings mark a number that nobody confirmed with an asterisk.
  const numberWords = (number: string) =>
    number.endsWith('*') ? `${number.slice(0, -1)} (${t('frameworks.unverified')})` : number;
  const papers = FRAMEWORK_IDS.flatMap((framework) => {
    const numbers = control.mappings[framework];
    return numbers ? [{ name: text(FRAMEWORKS[framework].name), value: numbers.map(numberWords).join(' · ') }] : [];
  });
  return (
    <BlockStack gap="400">
      <Facts
        facts={[
          { name: t('control.criterion'), value: criterion ? text(criterion) : control.criterion },
          { name: t('control.fixableBy'), value: t(`control.by.${control.fixableBy}`) },
          {
            name: t('control.rung'),
            value: standing.rung === null ? t('control.noEvidence') : source(standing.rung, kindsOf(checks)),
          },
          ...readFor(checks, known.evidence).map(({ kind, at, expiresAt }) => ({
            name: t(`common:evidence.${kind}`),
            value:
              expiresAt === null
                ? t('control.readAt', { time: dateTime(at) })
                : t('control.readAtUntil', { time: dateTime(at), date: date(expiresAt) }),
          })),
          ...(isStated && control.expiryDays > 0
            ? [{ name: t('control.counts'), value: t('control.countsDays', { count: control.expiryDays }) }]
            : []),
        ]}
      />
      {checks.length === 0 && <Text as="p">{unassessed ? text(unassessed) : t('control.noCheck')}</Text>}
      <ChecksOfControl checks={checks} />
      {reasonsOf(checks).map((reason) => (
        <ReasonLine
          key={'kind' in reason ? `${reason.kind} ${reason.reason}` : reason.reason}
          reason={reason}
          questions={questions}
          onAnswer={onAnswer}
        />
      ))}
      {questions.map((question) => (
        <StatementLine
          key={question.id}
          question={question}
          row={known.questions.get(question.id)}
          level="h4"
          onAnswer={() => onAnswer(question.id)}
        />
      ))}
      {standing.outcome === 'fail' && <MendSteps checks={checks} />}
      {papers.length > 0 && (
        <BlockStack gap="200">
          <Text as="h4" variant="headingSm">
            {t('control.papers')}
          </Text>
          <Facts facts={papers} />
          <InlineStack>
            <Button variant="plain" url="/security/frameworks">
              {t('control.openFrameworks')}
            </Button>
          </InlineStack>
        </BlockStack>
      )}
    </BlockStack>
  );
}
