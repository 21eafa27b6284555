import type { EvidenceList, HeaderGradeRow, SecurityBoard, StorefrontBoard } from '../../../core/api/security.ts';
import type { DomainRecords } from '../../../core/evidence/dns.ts';
import type { HostProbe } from '../../../core/evidence/storefront.ts';
import { gradeOf } from '../../../core/headers/grade-of.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { StandingStore } from '../../shop/standings.ts';
import { BoardAnswer, EvidenceAnswer, StorefrontAnswer } from './security.schema.ts';

export interface SecurityDeps {
  readonly standings: StandingStore;
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
}

/** The ten steps of the newest judged snapshot, as they were judged then. */
export async function presentBoard({ standings }: SecurityDeps, shop: string): Promise<SecurityBoard> {
  const [newest, trend] = await Promise.all([standings.posture(shop), standings.stepTrend(shop)]);
  const nothing = { score: null, assessed: 0, applicable: 0, steps: [], controls: [] };
  const { score, assessed, applicable, steps, controls } = newest?.posture ?? nothing;
  const takenAt = newest?.takenAt ?? null;
  return BoardAnswer.parse({ takenAt, score, assessed, applicable, steps, controls, trend });
}

export async function presentEvidence(deps: SecurityDeps, shop: string): Promise<EvidenceList> {
  const summary = await newestSummary(deps, shop);
  return EvidenceAnswer.parse({ takenAt: summary?.asOf ?? null, items: summary?.evidence ?? [] });
}

const NO_FIGURES = { reason: 'not-collected', domains: [], libraries: null, theme: [], themeFiles: 0 } as const;

export async function presentStorefront(deps: SecurityDeps, shop: string): Promise<StorefrontBoard> {
  const summary = await newestSummary(deps, shop);
  const { hosts: visited = [], domains = [] } = summary?.storefront ?? {};
  const hosts = visited.map((host) => ({ ...host, grade: gradeRow(host, domains) }));
  return StorefrontAnswer.parse({
    takenAt: summary?.asOf ?? null,
    ...(summary?.storefront ?? NO_FIGURES),
    hosts,
  });
}

/** A host that showed no page has no grade. */
function gradeRow(host: HostProbe, domains: readonly DomainRecords[]): HeaderGradeRow | null {
  const graded = gradeOf(host, domains);
  if (!graded) return null;
  const { score, grade, tests } = graded;
  return { score, grade, tests: tests.map(({ test, result, modifier }) => ({ test, result, modifier })) };
}

/** Null before the first judged scan. */
async function newestSummary({ summaries }: SecurityDeps, shop: string) {
  return (await summaries.newest(shop, 'security'))?.summary ?? null;
}
