import { BlockStack, Button, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useAddPaper } from '../../api/vendors.ts';
import { paperFault } from '../../components/statement/paper.ts';
import { PaperDrop } from '../../components/statement/paper-drop.tsx';
import { useWords } from '../../words/use-words.ts';
import { useVendorWords } from './use-vendor-words.ts';
import { PAPER_KINDS, paperRow, type PaperKind } from '../../../core/data/vendor-papers.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A paper that was noted while its file was not taken. */
export interface WithoutFile {
  readonly paperId: string;
  readonly problem: unknown;
}

interface AddPaperFormProps {
  readonly vendorId: string;
  readonly onDone: (left: WithoutFile | null) => void;
}

/** A paper that speaks for the vendor: what it is, until when it counts, and the file where there is one. */
export function AddPaperForm({ vendorId, onDone }: AddPaperFormProps) {
  const { t } = useTranslation('vendors');
  const { text } = useWords();
  const words = useVendorWords();
  const [kind, setKind] = useState<PaperKind>('soc2-type2');
  const [validUntil, setValidUntil] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const add = useAddPaper(vendorId, setShare);
  const fault = file && paperFault(file);

  const save = () => {
    if (fault !== null) return;
    add.mutate(
      { paper: { kind, validUntil: DAY.test(validUntil) ? validUntil : null }, file },
      {
        onSuccess: ({ paperId, fileProblem }) => {
          if (fileProblem === null) toast(t('papers.added'));
          onDone(fileProblem === null ? null : { paperId, problem: fileProblem });
        },
        onError: () => setShare(null),
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Select
            label={t('papers.kind')}
            helpText={text(paperRow(kind).note)}
            options={PAPER_KINDS.map((value) => ({ value: value, label: words.paper(value) }))}
            value={kind}
            onChange={(value) => setKind(value as PaperKind)}
          />
          <TextField
            type="date"
            label={t('papers.until')}
            helpText={t('papers.untilHelp')}
            value={validUntil}
            onChange={setValidUntil}
            autoComplete="off"
          />
        </InlineGrid>
        <PaperDrop label={t('papers.file')} fault={fault} share={share} error={add.error} onChoose={setFile}>
          {file && (
            <span className="prahari-wrap">
              <Text as="span">{t('papers.chosen', { name: file.name })}</Text>
            </span>
          )}
        </PaperDrop>
        <InlineStack gap="200">
          <Button submit variant="primary" loading={add.isPending} disabled={fault !== null}>
            {t('papers.save')}
          </Button>
          <Button onClick={() => onDone(null)} disabled={add.isPending}>
            {t('common:act.cancel')}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}
