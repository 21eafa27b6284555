import type { NewScriptDecision, ScriptBoard, ScriptDiff, ScriptLog } from '../../../core/api/scripts.ts';
import type { ScriptIdentity } from '../../../core/evidence/scripts.ts';
import { decisionsFor, isAsked, lineageOfItem } from '../../../core/scripts/decisions.ts';
import type { ScriptsSummary } from '../../../core/scripts-summary.ts';
import type { Clock } from '../../clock.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import type { NewDecision } from '../../scripts/script-decisions.ts';
import type { ScriptSide } from '../../scripts/script-side.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { LiveRegisterReader } from '../../vendors/live-register.ts';
import { requireRole } from '../access.ts';
import { presentBoard } from './scripts.presenter.ts';

export type ScriptService = ReturnType<typeof scriptService>;

/** Scripts of the newest judged check, with what people say of them at this moment. */
export function scriptService({
  scripts,
  summaries,
  register,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly scripts: ScriptSide;
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
  readonly register: Pick<LiveRegisterReader, 'read'>;
  readonly clock: Clock;
}) {
  const now = () => clock.now().toISOString();
  const soon = (shop: string) => checkSoon(deps, shop, { topic: 'scripts', change: now(), reach: 'said' });
  const summaryOf = async (shop: string): Promise<ScriptsSummary | null> =>
    (await summaries.newest(shop, 'scripts'))?.summary ?? null;

  async function board({ shop }: Merchant): Promise<ScriptBoard> {
    const [summary, book, rows, { vendors }] = await Promise.all([
      summaryOf(shop),
      scripts.book(shop),
      scripts.decisions.rows(shop),
      register.read(shop),
    ]);
    const presented = presentBoard(summary, { ...book, decisions: rows }, { vendors, asOf: now() });
    const hashes = presented.changes.flatMap(({ fromHash, toHash }) =>
      [fromHash, toHash].flatMap((hash) => hash ?? []),
    );
    const kept = await scripts.texts.kept(shop, hashes);
    const hasDiff = (from: string | null, to: string | null) =>
      from !== null && to !== null && from !== to && kept.has(from) && kept.has(to);
    const changes = presented.changes.map((change) => ({
      ...change,
      hasDiff: hasDiff(change.fromHash, change.toHash),
    }));
    return { ...presented, changes };
  }

  /** @throws {BadRequestError} one of them is no script that needs a word, or is gone since the page was opened */
  async function asDecided(
    shop: string,
    { identities, verdict, owner, reason, coversNewTexts }: NewScriptDecision,
  ): Promise<{ readonly decisions: NewDecision[]; readonly before: ReadonlyMap<ScriptIdentity, string | null> }> {
    const items = (await summaryOf(shop))?.items ?? [];
    const known = new Map(items.filter(isAsked).map((item) => [item.identity, item]));
    const matches = decisionsFor(items, await scripts.decisions.list(shop));
    const before = new Map<ScriptIdentity, string | null>();
    const decisions = [...new Set(identities)].map((identity): NewDecision => {
      const item = known.get(identity);
      if (!item) throw new BadRequestError(GONE, { identities: 'not_there' });
      const match = matches.get(identity);
      before.set(identity, match?.decision.hash ?? null);
      const { hash, pageKinds } = item;
      const replaces = match && match.by !== 'identity' ? [match.decision.identity] : [];
      return {
        ...{ identity, lineage: lineageOfItem(item), verdict, hash, pageKinds },
        ...{ coversNewTexts, owner, reason, replaces },
      };
    });
    return { decisions, before };
  }

  return {
    board,

    /**
     * One word on several scripts, as each is now.
     * @throws {BadRequestError} one of them is not there, or needs no word; then none is decided
     */
    async decide(merchant: Merchant, decision: NewScriptDecision): Promise<ScriptBoard> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { decisions, before } = await asDecided(shop, decision);
      await scripts.decisions.decide(shop, decisions, userId);
      const deeds = decisions.map(({ identity, hash, verdict, reason }) => ({
        ...{ kind: verdict, identity, reason, fromHash: before.get(identity) ?? null, toHash: hash },
      }));
      await scripts.events.note(shop, deeds, userId);
      await soon(shop);
      return board(merchant);
    },

    /** @throws {NotFoundError} nobody decided on any of them */
    async withdraw(merchant: Merchant, identities: readonly ScriptIdentity[]): Promise<ScriptBoard> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const withdrawn = await scripts.decisions.withdraw(shop, identities);
      if (withdrawn.length === 0) throw new NotFoundError();
      const deeds = withdrawn.map(({ identity, hash }) => ({
        ...{ kind: 'decision-withdrawn' as const, identity, fromHash: hash, toHash: null, reason: null },
      }));
      await scripts.events.note(shop, deeds, userId);
      await soon(shop);
      return board(merchant);
    },

    log: async ({ shop }: Merchant): Promise<ScriptLog> => ({ rows: await scripts.events.rows(shop) }),

    async diff({ shop }: Merchant, from?: string, to?: string): Promise<ScriptDiff> {
      if (from === undefined || to === undefined) return { state: 'not-kept', from: null, to: null };
      return scripts.texts.diff(shop, from, to);
    },
  };
}

const GONE =
  'One of these scripts is not in the newest inventory, or needs no decision. Open the page again and choose anew.';
