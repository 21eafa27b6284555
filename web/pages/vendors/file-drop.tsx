import { BlockStack, DropZone, InlineError, ProgressBar, Text } from '@shopify/polaris';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { PAPER_ACCEPT, paperRefusal, type PaperFault } from '../../components/statement/paper.ts';
import { useFormat } from '../../format/use-format.ts';

interface FileDropProps {
  readonly label: string;
  readonly fault: PaperFault | null;
  /** How much went out, 0 to 1; null while nothing is sent. */
  readonly share: number | null;
  readonly error: unknown;
  readonly onChoose: (file: File | null) => void;
}

/** One file by drop or choice, and what became of it. */
export function FileDrop({ label, fault, share, error, onChoose }: FileDropProps) {
  const { t } = useTranslation('security');
  const { percent } = useFormat();
  const faultId = useId();
  const progressId = useId();
  const told = fault ?? paperRefusal(error);
  return (
    <BlockStack gap="200">
      <div aria-describedby={told === null ? undefined : faultId}>
        <DropZone
          accept={PAPER_ACCEPT}
          allowMultiple={false}
          label={label}
          labelHidden
          variableHeight
          onDrop={(files) => onChoose(files[0] ?? null)}
        >
          <DropZone.FileUpload actionTitle={t('paper.choose')} actionHint={t('paper.hint')} />
        </DropZone>
      </div>
      {told === null ? (
        <ActProblem id={faultId} error={error} />
      ) : (
        <div role="alert">
          <InlineError fieldID={faultId} message={t(`paper.fault.${told}`)} />
        </div>
      )}
      {share !== null && (
        <BlockStack gap="100">
          <Text as="p" id={progressId}>
            {t('paper.sending', { share: percent(share) })}
          </Text>
          <ProgressBar progress={Math.round(share * 100)} size="small" ariaLabelledBy={progressId} animated={false} />
        </BlockStack>
      )}
    </BlockStack>
  );
}
