import { EVIDENCE_KINDS, type EvidenceKind } from '../core/evidence/kinds.ts';
import type { RegistryEntry } from '../core/evidence/registry.ts';
import type { Collected, EvidenceSet } from '../core/evidence/snapshot.ts';
import type { StatedRegistration, TaxProfile } from '../core/evidence/tax-profile.ts';
import { financialYearOf, dayInIndia } from '../core/gst/days.ts';
import { NO_CHANGES } from '../core/gst/law.ts';
import { readAppConfig } from '../sandbox/app-config.ts';
import type { Sandbox } from '../sandbox/start.ts';
import { accessTokenOf, askAdmin, callShop } from '../sandbox/testing/shop-client.ts';
import { createCodeScanner } from '../server/code/create-code-scanner.ts';
import { collectorsFor } from '../server/collect/index.ts';
import { collectOne } from '../server/collect/run.ts';
import { readAnswer } from '../server/shopify/admin-answer.ts';
import type { AdminApi } from '../server/shopify/admin-api.ts';
import { LOOK_UP_ADAPTERS } from '../server/verify/index.ts';
import { unaskedEntry, withAnswer, withReturns, type StoredEntry } from '../server/verify/merge-answer.ts';
import type { LookUpAdapter, ServiceClient } from '../server/verify/service.ts';
import { aStatedRegistration, aTaxProfile } from './gst-factories.ts';
import { aRegistration } from './factories.ts';
import { noOwnFacts } from './own-facts.ts';
import { acceptedCode } from './sandbox-code.ts';
import { approvedScripts } from './sandbox-scripts.ts';
import { sandboxPeople, type PeopleSaid } from './sandbox-people.ts';
import { sandboxAttestations, sandboxRecords, sandboxSelfChecks } from './sandbox-stated.ts';
import { sandboxVendorBook } from './sandbox-vendors.ts';
import { ownWire, sandboxWorld } from './sandbox-wire.ts';

/** What the merchant enters in Prahari. */
export interface Entered {
  readonly gstins: readonly string[];
  readonly profile?: Partial<TaxProfile>;
  readonly registration?: Partial<StatedRegistration>;
  /** What the registry said last time counts: changes are noticed. */
  readonly isRemembered?: boolean;
  /** False: no look-up service is connected. */
  readonly hasLookUps?: boolean;
  /** Own hosts, with their proof in the DNS. */
  readonly ownHosts?: readonly string[];
  /** Without it. */
  readonly isUnproven?: boolean;
  /** A crawler signature was entered for the main domain, which ends in so many days. */
  readonly signatureDaysLeft?: number;
  /** What is said of people, beside the list of users and what Google tells. */
  readonly peopleSaid?: PeopleSaid;
  /** One of the sandbox's stated defects: an answer, a device, an alert that was not dealt with. */
  readonly stated?: string;
}

/** A token lives for an hour of the sandbox's clock, which each question moves on. */
const TOKEN_FRESH_MS = 45 * 60 * 1000;

/** What a shop that entered nothing has not said. */
const QUIET: ReadonlySet<string> = new Set(['not-connected', 'not-stated', 'not-collected', 'switched-off']);

/** Reads shops of the sandbox with the real collectors and the real look-up of sandbox.co.in, every scope granted. */
export function sandboxEvidence(sandbox: Sandbox) {
  const tokens = new Map<string, { readonly token: string; readonly atMs: number }>();
  const entries = new Map<string, StoredEntry>();
  const code = createCodeScanner();

  async function tokenOf(shop: string): Promise<string> {
    const known = tokens.get(shop);
    if (known && sandbox.clock.nowMs() - known.atMs < TOKEN_FRESH_MS) return known.token;
    const token = await accessTokenOf(sandbox, shop);
    await sandbox.core.changeScopes(shop, { grant: readAppConfig().scopes.optional });
    tokens.set(shop, { token, atMs: sandbox.clock.nowMs() });
    return token;
  }

  async function askRegistry(shop: string, { gstins, isRemembered }: Entered): Promise<RegistryEntry[]> {
    const adapter = LOOK_UP_ADAPTERS['sandbox-co-in'];
    const client = serviceClient(sandbox, adapter, shop.replace('.myshopify.com', ''));
    const at = sandbox.clock.now().toISOString();
    const told: RegistryEntry[] = [];
    for (const gstin of gstins) {
      const before = (isRemembered ? entries.get(gstin) : undefined) ?? unaskedEntry(gstin);
      const entry = await askedAgain(before, adapter, client, at);
      entries.set(gstin, entry);
      const { detailsLearnedAt: _learned, told: _told, ...shown } = entry;
      told.push(shown);
    }
    return told;
  }

  /** `kinds`: these alone are read, and the rest is as if nobody had collected it. */
  return async function evidenceOf(
    shop: string,
    entered: Entered,
    kinds: readonly EvidenceKind[] = EVIDENCE_KINDS,
  ): Promise<EvidenceSet> {
    const { hasLookUps = true } = entered;
    const said = { defect: entered.stated ?? null, now: sandbox.clock.now() };
    const wire = sandboxWorld(sandbox);
    const { required, optional } = readAppConfig().scopes;
    const collectors = collectorsFor({ requiredScopes: required, optionalScopes: optional });
    const context = {
      shop,
      admin: adminOver(sandbox, shop, await tokenOf(shop)),
      previous: null,
      registrations: () => Promise.resolve(entered.gstins.map((gstin) => aRegistration({ gstin }))),
      registry: async () => ({ isConnected: hasLookUps, entries: hasLookUps ? await askRegistry(shop, entered) : [] }),
      taxProfile: () => Promise.resolve(statedProfile(entered)),
      law: () => Promise.resolve(NO_CHANGES),
      ...noOwnFacts(),
      people: () => sandboxPeople(sandbox, shop, entered.peopleSaid ?? null),
      attestations: async () => sandboxAttestations(said),
      selfChecks: async () => sandboxSelfChecks(await sandboxPeople(sandbox, shop, entered.peopleSaid ?? null), said),
      records: async () => sandboxRecords(said),
      vendorBook: async () => sandboxVendorBook(said),
      ...ownWire(sandbox, shop, entered),
      ...acceptedCode(sandbox, shop),
      ...approvedScripts(sandbox),
      world: { ...wire.world, code },
    };
    const evidence: Partial<Record<EvidenceKind, Collected<unknown>>> = {};
    try {
      for (const kind of kinds) {
        evidence[kind] = await collectOne(collectors[kind], context as never, {
          clock: sandbox.clock,
          onFailure: (failed, reason, cause) => {
            if (!QUIET.has(reason)) throw new Error(`${failed} of ${shop}: ${reason}`, { cause });
          },
        });
      }
    } finally {
      await wire.close();
    }
    return evidence as EvidenceSet;
  };
}

function statedProfile({ gstins, profile, registration }: Entered): TaxProfile {
  const registrations = gstins.map((gstin) => aStatedRegistration({ gstin, ...registration }));
  return aTaxProfile({ registrations, sellsForOthers: null, ...profile });
}

function adminOver(sandbox: Sandbox, shop: string, token: string): AdminApi {
  return {
    async query(document, variables) {
      sandbox.clock.advance(1_000); // no waiting for query points
      const { text } = await askAdmin(sandbox, shop, token, document, { ...variables });
      const read = readAnswer(text);
      if (read.kind !== 'answer') throw new Error('The sandbox asks for patience, though its clock moves on.');
      return read.answer;
    },
    async *fileLines(url) {
      yield* (await callShop(sandbox, url)).text.trimEnd().split('\n');
    },
  };
}

async function askedAgain(
  entry: StoredEntry,
  adapter: LookUpAdapter,
  client: ServiceClient,
  at: string,
): Promise<StoredEntry> {
  const answer = await adapter.lookUp(entry.gstin, client);
  const known = withAnswer(entry, answer, { service: adapter.id, at });
  const filed = await adapter.returns?.(entry.gstin, financialYearOf(dayInIndia(at)), client);
  return filed ? withReturns(known, { kind: 'known', filed }, at) : known;
}

function serviceClient(sandbox: Sandbox, adapter: LookUpAdapter, handle: string): ServiceClient {
  let session: string | null = null;
  return {
    credentials: { 'x-api-key': `key-${handle}`, 'x-api-secret': `secret-${handle}` },
    async send({ method, path, headers, body }) {
      const reply = await callShop(sandbox, `${adapter.hosts.live}${path}`, {
        method,
        headers: { ...headers },
        ...(body !== undefined && { body }),
      });
      return { status: reply.status, json: reply.json(), retryAfterMs: null };
    },
    session: {
      read: () => Promise.resolve(session),
      keep(token) {
        session = token;
        return Promise.resolve();
      },
      forget() {
        session = null;
        return Promise.resolve();
      },
    },
  };
}
