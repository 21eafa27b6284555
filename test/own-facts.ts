import type { CollectContext } from '../server/collect/collector.ts';
import type { EvidenceKind } from '../core/evidence/kinds.ts';
import { noCode, noFlaws } from './security-factories.ts';

type OwnFacts = Pick<
  CollectContext<EvidenceKind>,
  | 'people'
  | 'selfChecks'
  | 'attestations'
  | 'fileScans'
  | 'themeBaseline'
  | 'records'
  | 'vendorBook'
  | 'scriptBook'
  | 'keepScriptText'
  | 'isDataSampleOn'
  | 'ownHosts'
  | 'crawlerSignature'
  | 'world'
>;

/** A shop of which our own store knows nothing, in a world that answers nothing. */
export function noOwnFacts(): OwnFacts {
  const nowhere = () => Promise.reject(new Error('this test has no way out'));
  return {
    people: async () => null,
    selfChecks: async () => ({ asked: [], passwords: [], devices: [] }),
    attestations: async () => [],
    fileScans: async () => [],
    themeBaseline: async () => null,
    records: async () => ({ lastScanAt: null, openAlerts: [], acceptedRisks: [] }),
    vendorBook: async () => ({ entries: [], sightings: [] }),
    scriptBook: async () => ({
      ...{ sightings: [], decisions: [], lastComparedAt: null },
      beacon: { isOn: false, seen: [] },
    }),
    keepScriptText: async () => undefined,
    isDataSampleOn: async () => false,
    ownHosts: async () => [],
    crawlerSignature: async () => null,
    world: {
      guardedFetch: nowhere,
      probe: { visit: nowhere, lookAtTls: nowhere },
      dns: { ask: async () => ({ status: 'failed', records: [], isAuthentic: false }) },
      code: {
        version: '1',
        scan: async (texts) => texts.map(() => noCode()),
        librariesAt: () => [],
        flawsOf: () => noFlaws(),
        close: async () => undefined,
      },
    },
  };
}
