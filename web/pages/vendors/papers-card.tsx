import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor, useSendVendorFile, vendorFile } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { saveFile } from '../../components/save-file.ts';
import { paperFault, sizeOf } from '../../components/statement/paper.ts';
import { PaperDrop } from '../../components/statement/paper-drop.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { AddPaperForm, type WithoutFile } from './add-paper-form.tsx';
import { useVendorWords } from './use-vendor-words.ts';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

type Paper = VendorDetails['papers'][number];

/** What speaks for the vendor, until when it counts, and the files behind it. */
export function PapersCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const words = useVendorWords();
  const [today] = useState(() => indiaDay(new Date(Date.now()).toISOString()));
  const [isAdding, setAdding] = useState(false);
  const [sendingTo, setSendingTo] = useState<WithoutFile | null>(null);
  const remove = useChangeVendor(vendor.id);
  return (
    <div id="papers">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('papers.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t(vendor.papers.length === 0 ? 'papers.none' : 'papers.words')}
            </Text>
          </BlockStack>
          {vendor.papers.length > 0 && (
            <RowTable
              caption={t('papers.title')}
              rows={vendor.papers}
              keyOf={({ id }) => id}
              columns={[
                { title: t('papers.kind'), cell: ({ kind }) => words.paper(kind) },
                { title: t('papers.counts'), cell: ({ validUntil }) => words.end(validUntil, today) },
                {
                  title: t('papers.file'),
                  cell: (paper) => (
                    <PaperFile
                      vendorId={vendor.id}
                      paper={paper}
                      onSend={() =>
                        setSendingTo(sendingTo?.paperId === paper.id ? null : { paperId: paper.id, problem: null })
                      }
                    />
                  ),
                },
                {
                  title: t('papers.act'),
                  cell: ({ id, kind }) => (
                    <Button
                      variant="plain"
                      tone="critical"
                      disabled={!may.manage}
                      loading={remove.isPending && 'paperId' in remove.variables && remove.variables.paperId === id}
                      accessibilityLabel={t('papers.removeOf', { paper: words.paper(kind) })}
                      onClick={() =>
                        remove.mutate(
                          { act: 'remove-paper', paperId: id },
                          { onSuccess: () => toast(t('papers.removed')) },
                        )
                      }
                    >
                      {t('papers.remove')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          <ActProblem id="remove-paper" error={remove.error} />
          {sendingTo !== null && (
            <SendFile
              key={sendingTo.paperId}
              vendorId={vendor.id}
              missing={sendingTo}
              onDone={() => setSendingTo(null)}
            />
          )}
          {isAdding ? (
            <AddPaperForm
              vendorId={vendor.id}
              onDone={(left) => {
                setAdding(false);
                if (left) setSendingTo(left);
              }}
            />
          ) : (
            <InlineStack>
              <Button disabled={!may.manage} onClick={() => setAdding(true)}>
                {t('papers.add')}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

function PaperFile({ vendorId, paper, onSend }: { vendorId: string; paper: Paper; onSend: () => void }) {
  const { t } = useTranslation('vendors');
  const { t: told } = useTranslation('security');
  const { count } = useFormat();
  const may = useMay();
  const words = useVendorWords();
  const name = paper.fileName === null ? null : visibleText(paper.fileName);
  const download = useMutation({
    mutationFn: () => vendorFile(vendorId, paper.id),
    onSuccess: (file) => saveFile(name ?? 'prahari-paper', file, file.type),
  });
  const size = paper.sizeBytes === null ? null : sizeOf(paper.sizeBytes);
  return (
    <BlockStack gap="100" inlineAlign="start">
      {paper.hasFile && name !== null && (
        <Text as="span">
          {size === null ? name : `${name} · ${told(`paper.size.${size.unit}`, { size: count(size.count) })}`}
        </Text>
      )}
      <InlineStack gap="200">
        {paper.hasFile && (
          <Button
            variant="plain"
            disabled={!may.manage}
            loading={download.isPending}
            accessibilityLabel={t('papers.downloadOf', { paper: words.paper(paper.kind) })}
            onClick={() => download.mutate()}
          >
            {t('papers.download')}
          </Button>
        )}
        <Button
          variant="plain"
          disabled={!may.manage}
          accessibilityLabel={t(paper.hasFile ? 'papers.replaceOf' : 'papers.sendOf', {
            paper: words.paper(paper.kind),
          })}
          onClick={onSend}
        >
          {t(paper.hasFile ? 'papers.replace' : 'papers.send')}
        </Button>
      </InlineStack>
      <ActProblem id={`download-${paper.id}`} error={download.error} />
    </BlockStack>
  );
}

/** The file of a paper that stands in the list already. */
function SendFile({ vendorId, missing, onDone }: { vendorId: string; missing: WithoutFile; onDone: () => void }) {
  const { t } = useTranslation('vendors');
  const { paperId } = missing;
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const send = useSendVendorFile(vendorId, setShare);
  const fault = file && paperFault(file);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    send.reset();
    if (chosen === null || paperFault(chosen) !== null) return;
    send.mutate(
      { paperId, file: chosen },
      {
        onSuccess: () => {
          toast(t('papers.sent'));
          onDone();
        },
        onError: () => setShare(null),
      },
    );
  };
  return (
    <PaperDrop
      label={t('papers.file')}
      fault={fault}
      share={share}
      error={send.error ?? (file ? null : missing.problem)}
      onChoose={choose}
    />
  );
}
