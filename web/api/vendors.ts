import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import { sendFile } from './send-file.ts';
import type { QuestionnaireLink, VendorLetter } from '../../core/api/vendor-questions.ts';
import type {
  NewPaper,
  VendorDetails,
  VendorFields,
  VendorImportPreview,
  VendorRegister,
} from '../../core/api/vendors.ts';
import type { VendorPaper } from '../../core/evidence/vendors.ts';
import type { Language } from '../../core/text.ts';
import type { Day } from '../../core/time.ts';

/** The register, as of the newest judged check and of what people said since. */
export function useVendors() {
  return useQuery({ queryKey: KEYS.vendors, queryFn: ({ signal }) => api.get<VendorRegister>('/vendors', signal) });
}

export function useVendor(id: string) {
  return useQuery({
    queryKey: KEYS.vendor(id),
    queryFn: ({ signal }) => api.get<VendorDetails>(pathOf(id), signal),
  });
}

/** What a manager can do with one vendor. Each is one call; after it the register is asked anew. */
export type VendorAct =
  | { readonly act: 'approve'; readonly reason: string }
  | { readonly act: 'review' }
  | { readonly act: 'accept-risk'; readonly reason: string; readonly until: Day }
  | { readonly act: 'end-acceptance' }
  | { readonly act: 'note-breach'; readonly happenedOn: Day; readonly note: string }
  | { readonly act: 'close-breach'; readonly breachId: string }
  | { readonly act: 'remove' }
  | { readonly act: 'restore' }
  | { readonly act: 'remove-paper'; readonly paperId: string }
  | { readonly act: 'withdraw-questionnaire' }
  | { readonly act: 'review-questionnaire'; readonly version: number };

/** Changes one vendor. A check follows by itself, so Home is asked again too. */
export function useChangeVendor(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: VendorAct) => send(id, act),
    // Whose page is about to close is not asked for once more.
    onSettled: (_answer, error, { act }) => (act === 'remove' && !error ? refreshList(client) : refresh(client)),
  });
}

function send(id: string, act: VendorAct): Promise<unknown> {
  const path = pathOf(id);
  switch (act.act) {
    case 'approve':
      return api.post(`${path}/approve`, { reason: act.reason });
    case 'review':
      return api.post(`${path}/review`);
    case 'accept-risk':
      return api.put(`${path}/accepted-risk`, { reason: act.reason, until: act.until });
    case 'end-acceptance':
      return api.remove(`${path}/accepted-risk`);
    case 'note-breach':
      return api.post(`${path}/breaches`, { happenedOn: act.happenedOn, note: act.note });
    case 'close-breach':
      return api.post(`${path}/breaches/${encodeURIComponent(act.breachId)}/close`);
    case 'remove':
      return api.remove(path);
    case 'restore':
      return api.post(`${path}/restore`);
    case 'remove-paper':
      return api.remove(`${path}/papers/${encodeURIComponent(act.paperId)}`);
    case 'withdraw-questionnaire':
      return api.remove(`${path}/questionnaire`);
    case 'review-questionnaire':
      return api.post(`${path}/questionnaire/${act.version}/review`);
  }
}

/** This one's traces, papers and incidents go to the other, whose page comes back; it may have a new id. */
export function useMergeVendor(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (into: string) => api.post<VendorDetails>('/vendors/merge', { into, from: id }),
    onSuccess: (vendor) => {
      client.setQueryData(KEYS.vendor(vendor.id), vendor);
      return refreshList(client);
    },
  });
}

export function useAddVendor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: VendorFields) => api.post<VendorDetails>('/vendors', fields),
    onSuccess: () => refresh(client),
  });
}

/** Changes fields. Of a vendor that was only found, this takes it over; the answer then has another id. */
export function useEditVendor(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: Partial<VendorFields>) => api.patch<VendorDetails>(pathOf(id), fields),
    onSuccess: (vendor) => {
      client.setQueryData(KEYS.vendor(vendor.id), vendor);
      return refreshList(client);
    },
  });
}

export interface Claim {
  readonly fields: Partial<VendorFields>;
  readonly reason: string;
}

/** What was taken over, and whether its approval was kept too: the one can succeed without the other. */
export interface Claimed {
  readonly id: string;
  readonly isApproved: boolean;
}

/** Takes over what was found, then approves it. */
export function useClaimVendor(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ fields, reason }: Claim): Promise<Claimed> => {
      const taken = await api.patch<VendorDetails>(pathOf(id), fields);
      const isApproved = await api.post(`${pathOf(taken.id)}/approve`, { reason }).then(
        () => true,
        () => false,
      );
      return { id: taken.id, isApproved };
    },
    onSuccess: () => refreshList(client),
  });
}

export interface PaperToAdd {
  readonly paper: NewPaper;
  readonly file: File | null;
}

/** Notes a paper, then sends its file. A file that is refused leaves the paper, to which another can be sent. */
export function useAddPaper(id: string, onShare: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ paper, file }: PaperToAdd) => {
      const added = await api.post<VendorPaper>(`${pathOf(id)}/papers`, paper);
      if (file === null) return { paperId: added.id, fileProblem: null };
      return sendFile(filePath(id, added.id), file, onShare).then(
        () => ({ paperId: added.id, fileProblem: null }),
        (fileProblem: unknown) => ({ paperId: added.id, fileProblem }),
      );
    },
    onSettled: () => refresh(client),
  });
}

export function useSendVendorFile(id: string, onShare: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ paperId, file }: { paperId: string; file: File }) => sendFile(filePath(id, paperId), file, onShare),
    onSettled: () => refresh(client),
  });
}

export function vendorFile(id: string, paperId: string): Promise<Blob> {
  return api.blob(filePath(id, paperId));
}

/** A link behind which the vendor answers. Whoever has it can use it, so it is shown once. */
export function useSendQuestionnaire(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<QuestionnaireLink>(`${pathOf(id)}/questionnaire`),
    onSuccess: () => refresh(client),
    // The link lives as long as the page that shows it.
    gcTime: 0,
  });
}

/** A letter to the vendor that asks for what is missing. */
export function useVendorLetter(id: string) {
  return useMutation({
    mutationFn: (language: Language) => api.get<VendorLetter>(`${pathOf(id)}/letter?language=${language}`),
  });
}

export function usePreviewVendorImport() {
  return useMutation({
    mutationFn: (text: string) => api.post<VendorImportPreview>('/vendors/import/preview', { text }),
  });
}

export interface VendorImportResult {
  readonly importId: string;
  readonly added: number;
  readonly updated: number;
}

export function useImportVendors() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => api.post<VendorImportResult>('/vendors/import', { text }),
    onSuccess: () => refresh(client),
  });
}

export function useUndoVendorImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post(`/vendors/import/${encodeURIComponent(id)}/undo`),
    onSettled: () => refresh(client),
  });
}

/** The register as CSV text. */
export function vendorsFile(): Promise<string> {
  return api.text('/vendors.csv');
}

function pathOf(id: string): string {
  return `/vendors/${encodeURIComponent(id)}`;
}

function filePath(id: string, paperId: string): string {
  return `${pathOf(id)}/papers/${encodeURIComponent(paperId)}/file`;
}

/** The key of the register begins the key of each vendor, so both grow stale. */
function refresh(client: QueryClient) {
  return Promise.all([client.invalidateQueries({ queryKey: KEYS.vendors }), refreshOthers(client)]);
}

/** The register without the vendors' own pages. */
function refreshList(client: QueryClient) {
  return Promise.all([client.invalidateQueries({ queryKey: KEYS.vendors, exact: true }), refreshOthers(client)]);
}

function refreshOthers(client: QueryClient) {
  return Promise.all([
    client.invalidateQueries({ queryKey: KEYS.scripts }),
    client.invalidateQueries({ queryKey: KEYS.home }),
  ]);
}
