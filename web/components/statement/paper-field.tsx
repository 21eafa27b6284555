import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paperOf } from '../../api/security.ts';
import { useFormat } from '../../format/use-format.ts';
import { ActProblem } from '../act-problem.tsx';
import { saveFile } from '../save-file.ts';
import { PaperDrop } from './paper-drop.tsx';
import { sizeOf, type PaperFault } from './paper.ts';
import type { QuestionRow } from '../../../core/api/security.ts';

interface PaperFieldProps {
  readonly questionId: string;
  /** The paper that the server has. */
  readonly kept: QuestionRow['file'];
  readonly chosen: File | null;
  readonly fault: PaperFault | null;
  /** How much went out, 0 to 1; null while nothing is sent. */
  readonly share: number | null;
  readonly isNeeded: boolean;
  /** Why the server did not take the paper. */
  readonly error: unknown;
  readonly onChoose: (file: File | null) => void;
}

/** The paper behind a statement: chosen, on its way, or kept. */
export function PaperField({ questionId, kept, chosen, fault, share, isNeeded, error, onChoose }: PaperFieldProps) {
  const { t } = useTranslation('security');
  const { count } = useFormat();
  const download = useMutation({
    mutationFn: () => paperOf(questionId),
    onSuccess: (paper) => saveFile(kept?.name ?? 'prahari-paper', paper, paper.type),
  });
  const sized = (bytes: number) => {
    const { unit, count: size } = sizeOf(bytes);
    return t(`paper.size.${unit}`, { size: count(size) });
  };
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="medium">
        {isNeeded ? t('paper.needed') : t('paper.optional')}
      </Text>
      {kept && (
        <InlineStack gap="200" align="start" blockAlign="center">
          <span className="prahari-wrap">
            <Text as="span">{t('paper.kept', { name: kept.name, size: sized(kept.sizeBytes) })}</Text>
          </span>
          <Button variant="plain" loading={download.isPending} onClick={() => download.mutate()}>
            {t('paper.download')}
          </Button>
        </InlineStack>
      )}
      <ActProblem id="paper-download" error={download.error} />
      <PaperDrop
        {...{ fault, share, error, onChoose }}
        label={t('paper.label')}
        choose={kept || chosen ? t('paper.replace') : t('paper.choose')}
      >
        {chosen && (
          <span className="prahari-wrap">
            <Text as="span">{t('paper.chosen', { name: chosen.name, size: sized(chosen.size) })}</Text>
          </span>
        )}
      </PaperDrop>
    </BlockStack>
  );
}
