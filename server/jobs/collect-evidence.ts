import type { z } from 'zod';
import type { EvidenceKind } from '../../core/evidence/kinds.ts';
import type { ThemeBaseline } from '../../core/evidence/own-records.ts';
import type { Collected } from '../../core/evidence/snapshot.ts';
import type { Collector } from '../collect/collector.ts';
import { READS_PREVIOUS } from '../collect/index.ts';
import { NoEvidenceYet } from '../collect/no-evidence-yet.ts';
import { collectOne } from '../collect/run.ts';
import { selfCheckEvidence } from '../links/self-check-evidence.ts';
import { ShopFrozenError } from '../shopify/admin-errors.ts';
import { ownRecords } from '../shop/own-records.ts';
import { TooLargeToKeepError } from '../shop/packed.ts';
import { defineJob } from './define-job.ts';
import { CollectData } from './job-data.ts';
import type { Pipeline } from './pipeline.ts';

type Data = z.output<typeof CollectData>;

/**
 * Runs one collector for a scan and keeps what it found in the scan. A collector's failure is its result; only our own
 * store can fail this job. Stops when the scan is over: the shop is gone, or was scanned anew.
 */
export const collectEvidence = defineJob<Data>({
  name: 'collect-evidence',
  data: CollectData,
  // Long enough for a store that is away for a minute: what is not read now is not read in this check.
  options: { attempts: 8, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 } },
  jobId: ({ scanId, kind }) => `${scanId}-collect-${kind}`,

  async run(data, pipeline) {
    const scan = await pipeline.scans.active(data);
    if (!scan || scan.outcomes[data.kind]) return;
    await collect(pipeline.collectors[data.kind], data, pipeline);
  },
});

async function collect<K extends EvidenceKind>(collector: Collector<K>, data: Data, pipeline: Pipeline): Promise<void> {
  const { shop } = data;
  const { kind } = collector;
  const previous = READS_PREVIOUS.has(kind) ? await pipeline.snapshots.newestOf(shop, kind) : null;
  let isFrozen = false;
  const collected = await collectOne(
    collector,
    {
      shop,
      admin: pipeline.adminFor(shop),
      previous,
      registrations: async () =>
        (await pipeline.registrations.list(shop)).map(({ gstin, statedAt }) => ({ gstin, statedAt })),
      registry: async () => ({
        isConnected: await pipeline.lookUpStore.isConnected(shop),
        entries: await pipeline.registry.entries(shop),
      }),
      taxProfile: () => pipeline.taxProfiles.read(shop),
      law: () => pipeline.law.changes(),
      people: async () => {
        await pipeline.people.platform.read(shop, pipeline.adminFor(shop), await scopesOf(shop, pipeline));
        return pipeline.people.book(shop);
      },
      selfChecks: () =>
        selfCheckEvidence(
          { links: pipeline.links, results: pipeline.selfChecks, people: pipeline.people.people },
          shop,
        ),
      attestations: () => pipeline.attestations.evidence(shop),
      fileScans: () => pipeline.dataAtRest.fileScans(shop),
      themeBaseline: () => acceptedTheme(shop, pipeline),
      records: () => ownRecords(pipeline.connection, shop),
      vendorBook: () => pipeline.vendors.book(shop),
      scriptBook: () => pipeline.scripts.book(shop),
      keepScriptText: (script) => pipeline.scripts.keepText(shop, script),
      isDataSampleOn: () => pipeline.dataAtRest.isSampleOn(shop),
      ownHosts: async () => (await pipeline.hosts.hosts(shop)).map(({ host, proof }) => ({ host, proof })),
      crawlerSignature: (host) => pipeline.hosts.signatureFor(shop, host),
      world: pipeline.world,
    },
    {
      clock: pipeline.clock,
      onFailure(failed, reason, cause) {
        if (cause instanceof NoEvidenceYet) return; // nothing is wrong
        isFrozen ||= cause instanceof ShopFrozenError;
        pipeline.log.warn({ shop, kind: failed, reason, err: cause }, 'no evidence');
      },
    },
  );
  // Half a look is no look: the scan ends, and nothing runs until the shop is open.
  if (isFrozen) {
    if (await pipeline.scans.active(data)) await pipeline.frozen.closed(shop);
    return;
  }
  pipeline.metrics.evidence.inc({ kind, outcome: collected.status === 'collected' ? 'collected' : collected.reason });
  const isKept = await keep(collected, data, pipeline);
  if (!isKept) pipeline.log.info({ shop, kind, scanId: data.scanId }, 'evidence came too late and was not kept');
}

async function acceptedTheme(shop: string, { themeBaselines }: Pipeline): Promise<ThemeBaseline | null> {
  const kept = await themeBaselines.read(shop);
  if (!kept) return null;
  const { themeId, acceptedAt, acceptedBy, files } = kept;
  return { themeId, acceptedAt, acceptedBy, files };
}

const scopesOf = async (shop: string, { shops }: Pipeline) => (await shops.find(shop))?.scopes ?? [];

/** Evidence that does not fit is none; the shop's other evidence stays. */
async function keep(collected: Collected<unknown>, data: Data, { scans, log }: Pipeline): Promise<boolean> {
  const { shop, kind } = data;
  try {
    return await scans.record(data, kind, collected);
  } catch (error) {
    if (!(error instanceof TooLargeToKeepError)) throw error;
    log.error({ shop, kind, err: error }, 'evidence too large to keep');
    const { collectedAt } = collected;
    return scans.record(data, kind, { status: 'unavailable', reason: 'collector-failed', collectedAt });
  }
}
