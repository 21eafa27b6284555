import { BlockStack, Box, Card, Divider, Page, Text } from '@shopify/polaris';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router-dom';
import { useSecurity } from '../../api/security.ts';
import { NotHere } from '../../components/not-here.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { AnsweringParts, useAnswering } from '../../components/statement/answering.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { BaselineCard } from './baseline-card.tsx';
import { ControlRow } from './control-row.tsx';
import { CONTROL_GROUPS, groupsOfStep, isEarly, type ControlGroup } from './controls-of-step.ts';
import { StepFigures } from './step-figures.tsx';
import { useKnown } from './use-known.ts';
import type { SecurityBoard } from '../../../core/api/security.ts';
import { STEP_NAMES, STEPS, type Step } from '../../../core/data/controls.ts';

/** The step whose page shows what changed in the theme's code. */
const STEP_OF_THE_THEME: Step = 5;

/** One step: its controls by outcome, each with its evidence and the way to mend it. */
export function StepPage() {
  const { step: asked } = useParams();
  const step = STEPS.find((one) => String(one) === asked);
  return step === undefined ? <NotHere /> : <KnownStep key={step} step={step} />;
}

function KnownStep({ step }: { step: Step }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { count, dateTime } = useFormat();
  const security = useSecurity();
  const title = t('step.name', { step: count(step), name: text(STEP_NAMES[step]) });
  if (security.isPending) return <PageSkeleton title={title} cards={[3, 6, 6]} />;
  const takenAt = security.data?.takenAt ?? null;
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <Page
      title={title}
      {...(takenAt !== null && { subtitle: t('asOf', { time: dateTime(takenAt) }) })}
      backAction={{ content: t('title'), url: '/security' }}
      pagination={{
        hasPrevious: before !== undefined,
        hasNext: after !== undefined,
        previousURL: `/security/${before ?? step}`,
        nextURL: `/security/${after ?? step}`,
        accessibilityLabels: { previous: t('step.previous'), next: t('step.next') },
      }}
    >
      {security.data ? (
        <Controls board={security.data} step={step} />
      ) : (
        <TroubleCard error={security.error} onRetry={() => void security.refetch()} />
      )}
    </Page>
  );
}

function Controls({ board, step }: { board: SecurityBoard; step: Step }) {
  const { t } = useTranslation('security');
  const known = useKnown();
  const wanted = useLocation().hash.slice(1);
  const answering = useAnswering(board.takenAt);
  // Kept here: a control whose outcome changes moves to another group, and stays open.
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([wanted]));
  useEffect(() => setOpen((before) => new Set([...before, wanted])), [wanted]);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const groups = groupsOfStep(board, step);
  const standing = board.steps.find((one) => one.step === step);
  return (
    <BlockStack gap="400">
      <RoleNote />
      <AnsweringParts answering={answering} />
      {standing && (
        <Card>
          <BlockStack gap="200">
            <StepFigures standing={standing} />
            {standing.score !== null && isEarly(standing) && (
              <Text as="p" tone="subdued">
                {t('standing.earlyWhy')}
              </Text>
            )}
          </BlockStack>
        </Card>
      )}
      {step === STEP_OF_THE_THEME && <BaselineCard />}
      {CONTROL_GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <Card key={group} padding="0">
          <GroupHead group={group} count={groups[group].length} />
          {groups[group].map((row) => (
            <Fragment key={row.control.id}>
              <Divider />
              <ControlRow
                row={row}
                known={known}
                isOpen={open.has(row.control.id)}
                onToggle={() => toggle(row.control.id)}
                isWanted={row.control.id === wanted}
                onAnswer={answering.open}
              />
            </Fragment>
          ))}
        </Card>
      ))}
    </BlockStack>
  );
}

function GroupHead({ group, count }: { group: ControlGroup; count: number }) {
  const { t } = useTranslation('security');
  return (
    <Box padding="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {t('group.head', { name: t(`group.${group}.title`), count })}
        </Text>
        <Text as="p" tone="subdued">
          {t(`group.${group}.words`)}
        </Text>
      </BlockStack>
    </Box>
  );
}
