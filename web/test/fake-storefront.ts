import type { DataAtRestState, StorefrontBoard } from '../../core/api/security.ts';
import type { BeaconState } from '../../core/api/scripts.ts';
import type { HostBook } from '../../core/api/hosts.ts';
import type { CrawlerSignature, FileScanCounts } from '../api/storefront.ts';
import { NOW } from './factories.ts';

export interface HeldStorefront {
  storefront: StorefrontBoard;
  hosts: HostBook;
  dataAtRest: DataAtRestState;
  beacon: BeaconState;
  /** Signatures and counts as they were sent. */
  sentSignatures: CrawlerSignature[];
  sentScans: FileScanCounts[];
}

export const STOREFRONT_FOLDERS: readonly string[] = ['storefront', 'hosts', 'data-at-rest', 'file-scans', 'beacon'];

/** The routes of the storefront, of own hosts and of numbers at rest; undefined for those that are not. */
export function storefrontRoute(held: HeldStorefront, method: string, path: string, body: unknown): unknown {
  const [, folder, id] = path.split('/');
  if (folder === 'beacon') return beaconRoute(held, method, body);
  if (method === 'GET' && folder === 'storefront') return held.storefront;
  if (folder === 'hosts') return hostsRoute(held, method, id, body);
  switch (`${method} /${folder ?? ''}`) {
    case 'GET /data-at-rest':
      return held.dataAtRest;
    case 'PUT /data-at-rest':
      held.dataAtRest = { ...held.dataAtRest, isSampleOn: (body as { isOn: boolean }).isOn };
      return held.dataAtRest;
    case 'POST /file-scans': {
      const scan = body as FileScanCounts;
      held.sentScans.push(scan);
      const saved = { ...scan, id: `scan-${held.sentScans.length}`, scannedAt: NOW, scannedBy: '1001' };
      held.dataAtRest = { ...held.dataAtRest, scans: [saved, ...held.dataAtRest.scans] };
      return held.dataAtRest;
    }
    case 'DELETE /file-scans':
      held.dataAtRest = { ...held.dataAtRest, scans: held.dataAtRest.scans.filter((scan) => scan.id !== id) };
      return held.dataAtRest;
    default:
      return undefined;
  }
}

function beaconRoute(held: HeldStorefront, method: string, body: unknown): unknown {
  if (method === 'PUT') held.beacon = { ...held.beacon, isOn: (body as { isOn: boolean }).isOn, changedAt: NOW };
  return held.beacon;
}

function hostsRoute(held: HeldStorefront, method: string, id: string | undefined, body: unknown): unknown {
  const { hosts, signatures } = held.hosts;
  switch (`${method}${id === undefined ? '' : id === 'signatures' ? ' signatures' : ' id'}`) {
    case 'GET':
      return held.hosts;
    case 'POST': {
      const { host } = body as { host: string };
      const added = {
        id: `host-${host}`,
        host,
        proofName: `_prahari.${host}`,
        proof: 'prahari-verification=abc',
        verifiedAt: null,
      };
      held.hosts = { hosts: [...hosts, added], signatures };
      return held.hosts;
    }
    case 'DELETE id':
      held.hosts = { hosts: hosts.filter((host) => host.id !== id), signatures };
      return null;
    case 'PUT signatures': {
      const signature = body as CrawlerSignature;
      held.sentSignatures.push(signature);
      const others = signatures.filter(({ host }) => host !== signature.host);
      held.hosts = { hosts, signatures: [...others, { host: signature.host, endsOn: signature.endsOn }] };
      return held.hosts;
    }
    case 'DELETE signatures': {
      const gone = (body as { host: string }).host;
      held.hosts = { hosts, signatures: signatures.filter(({ host }) => host !== gone) };
      return null;
    }
    default:
      return undefined;
  }
}
