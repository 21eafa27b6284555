import { BlockStack, DropZone, InlineError, ProgressBar, Text } from '@shopify/polaris';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { ActProblem } from '../act-problem.tsx';
import { PAPER_ACCEPT, paperRefusal, type PaperFault } from './paper.ts';

interface PaperDropProps {
  readonly label: string;
  /** On the button; absent: that a file is chosen. */
  readonly choose?: string;
  /** Why the chosen file is not sent. */
  readonly fault: PaperFault | null;
  /** How much went out, 0 to 1; null while nothing is sent. */
  readonly share: number | null;
  /** Why the server did not take it. */
  readonly error: unknown;
  readonly onChoose: (file: File | null) => void;
  /** What was chosen. */
  readonly children?: ReactNode;
}

/** One paper by drop or choice, and what became of it. */
export function PaperDrop({ label, choose, fault, share, error, onChoose, children }: PaperDropProps) {
  const { t } = useTranslation('security');
  const { percent } = useFormat();
  const progressId = useId();
  const faultId = useId();
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
          <DropZone.FileUpload actionTitle={choose ?? t('paper.choose')} actionHint={t('paper.hint')} />
        </DropZone>
      </div>
      {fault === null && children}
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
