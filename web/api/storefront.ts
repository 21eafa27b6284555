import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { useMay } from './home.ts';
import { KEYS } from './keys.ts';
import type { HostBook } from '../../core/api/hosts.ts';
import type { DataAtRestState, StorefrontBoard } from '../../core/api/security.ts';
import type { PersonalNumber } from '../../core/evidence/data-at-rest.ts';
import type { Day } from '../../core/time.ts';

/** The hosts of the shop as the newest check saw them. */
export function useStorefront() {
  return useQuery({
    queryKey: KEYS.storefront,
    queryFn: ({ signal }) => api.get<StorefrontBoard>('/storefront', signal),
  });
}

export function useHosts() {
  const may = useMay();
  return useQuery({
    queryKey: KEYS.hosts,
    queryFn: ({ signal }) => api.get<HostBook>('/hosts', signal),
    enabled: may.manage,
  });
}

/** The two values of a signature are secrets: they go to the server and never come back. */
export interface CrawlerSignature {
  readonly host: string;
  readonly signatureInput: string;
  readonly signature: string;
  readonly endsOn: Day;
}

export type HostAct =
  | { readonly act: 'add-host'; readonly host: string }
  | { readonly act: 'remove-host'; readonly id: string }
  | { readonly act: 'set-signature'; readonly signature: CrawlerSignature }
  | { readonly act: 'remove-signature'; readonly host: string };

export function useChangeHosts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: HostAct): Promise<unknown> => {
      switch (act.act) {
        case 'add-host':
          return api.post('/hosts', { host: act.host });
        case 'remove-host':
          return api.remove(`/hosts/${encodeURIComponent(act.id)}`);
        case 'set-signature':
          return api.put('/hosts/signatures', act.signature);
        case 'remove-signature':
          return api.remove('/hosts/signatures', { host: act.host });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.hosts }),
    gcTime: 0, // the values of a signature are secrets
  });
}

export function useDataAtRest() {
  return useQuery({
    queryKey: KEYS.dataAtRest,
    queryFn: ({ signal }) => api.get<DataAtRestState>('/data-at-rest', signal),
  });
}

/** What leaves the browser of a scanned file: how many rows were read and how many numbers of each kind seen. */
export interface FileScanCounts {
  readonly rows: number;
  readonly counts: Readonly<Record<PersonalNumber, number>>;
}

export type DataAtRestAct =
  | { readonly act: 'switch-sample'; readonly isOn: boolean }
  | { readonly act: 'save-scan'; readonly scan: FileScanCounts }
  | { readonly act: 'remove-scan'; readonly id: string };

export function useChangeDataAtRest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: DataAtRestAct): Promise<unknown> => {
      switch (act.act) {
        case 'switch-sample':
          return api.put('/data-at-rest/sample', { isOn: act.isOn });
        case 'save-scan':
          return api.post('/file-scans', act.scan);
        case 'remove-scan':
          return api.remove(`/file-scans/${encodeURIComponent(act.id)}`);
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.dataAtRest }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}
