import type { Connection } from 'mongoose';
import type { VendorEvent } from '../../core/api/vendors.ts';
import type { VendorBook, VendorEntry, VendorKey } from '../../core/evidence/vendors.ts';
import type { Clock } from '../clock.ts';
import type { EvidenceFileStore } from '../files/evidence-files.ts';
import { vendorEventModel } from '../models/vendor-event.ts';
import { vendorSightingModel } from '../models/vendor-sighting.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { vendorImports } from './import/import-store.ts';
import { vendorMerger } from './merge-vendors.ts';
import { vendorDecisions } from './vendor-decisions.ts';
import { noteVendorEvent, vendorEvents, type NewVendorEvent } from './vendor-events.ts';
import { entryOf, paperFileOwner, type StoredVendor } from './vendor-record.ts';
import { vendorSightings } from './vendor-sightings.ts';
import { vendorClaims } from './vendor-claims.ts';
import { vendorStore, type VendorTellers } from './vendor-store.ts';
import { vendorTexts } from './vendor-texts.ts';

/** What is kept of the questions to vendors. */
export interface QuestionnaireStates {
  states(shop: string): Promise<ReadonlyMap<string, NonNullable<VendorEntry['questionnaire']>>>;
}

export type VendorSide = ReturnType<typeof vendorSide>;

/** All that people of a shop keep of vendors, wired once for each process. */
export function vendorSide({
  connection,
  cipher,
  files,
  questionnaires,
  tellers = async () => null,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  files: Pick<EvidenceFileStore, 'owners'>;
  questionnaires: QuestionnaireStates;
  /** Who is told of vendors that people enter. */
  tellers?: VendorTellers;
  clock: Clock;
}) {
  // Made here, so that their indexes are built and an erasure finds them.
  vendorEventModel(connection);
  vendorSightingModel(connection);
  const texts = vendorTexts(cipher);
  const claims = vendorClaims(connection);
  const vendors = vendorStore({ connection, claims, texts, tellers, clock });
  const decisions = vendorDecisions({ vendors, texts, clock });
  const merge = vendorMerger({ connection, vendors, claims, texts, clock });
  const imports = vendorImports({ connection, vendors, claims, texts, tellers, clock });

  /** Records with their entries, in the order in which they came. */
  async function entries(shop: string): Promise<{ readonly record: StoredVendor; readonly entry: VendorEntry }[]> {
    const [records, keys, owners, states] = await Promise.all([
      vendors.list(shop),
      claims.all(shop),
      files.owners(shop),
      questionnaires.states(shop),
    ]);
    return records.map((record) => {
      const id = record._id.toString();
      const filed = new Set(
        record.papers.map((paper) => paper.id).filter((paper) => owners.has(paperFileOwner(paper))),
      );
      const around = { keys: keys.get(id) ?? [], filed, questionnaire: states.get(id) ?? null };
      return { record, entry: entryOf(record, around) };
    });
  }

  return {
    ...{ texts, vendors, decisions, merge, imports, entries },

    /** What checks saw, and when. */
    sightings: (shop: string) => vendorSightings(connection, shop),

    /** Who holds a key of what was found; null: nobody took it over. */
    holderOf: (shop: string, key: VendorKey) => claims.holder(shop, [key]),

    /** Writes down what happened to an entry. */
    note: (shop: string, vendorId: string, event: NewVendorEvent) =>
      noteVendorEvent(connection, { shop, vendorId, at: clock.now() }, event),

    history: (shop: string, vendorId: string): Promise<VendorEvent[]> => vendorEvents(connection, shop, vendorId),

    /** The register as evidence. */
    async book(shop: string): Promise<VendorBook> {
      const [kept, sightings] = await Promise.all([entries(shop), vendorSightings(connection, shop)]);
      return { entries: kept.map(({ entry }) => entry), sightings };
    },
  };
}
