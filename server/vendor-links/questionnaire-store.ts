import { Types, type Connection } from 'mongoose';
import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import type { QuestionnaireAnswer, QuestionnaireVersion } from '../../core/api/vendors.ts';
import { QUESTIONNAIRE_WEIGHTS } from '../../core/data/vendor-papers.ts';
import type { VendorEntry } from '../../core/evidence/vendors.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { questionnaireModel, type QuestionnaireRecord } from '../models/questionnaire.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { VendorLink } from './vendor-link-store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Answers count for a year; after that they are history for an audit, as statements are. */
const KEPT_DAYS = QUESTIONNAIRE_WEIGHTS.validDays + RETENTION_DAYS.statements;
export const MOST_VERSIONS = 10;
/** Two that come at once want one number; each loser takes the next. */
const MOST_TRIES = 20;

interface Sealed {
  readonly name: string;
  readonly role: string;
  readonly answers: readonly QuestionnaireAnswer[];
}

/** What vendors answered: versions that nobody changes, at most ten of each vendor. */
export function questionnaireStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = questionnaireModel(connection);
  const place = (id: Types.ObjectId) => ({ collection: 'questionnaires', field: 'answers', id: id.toString() });

  async function nextVersion(shop: string, vendorId: string): Promise<number> {
    const [newest] = await model.find({ shop, vendorId }, { version: 1 }).sort({ version: -1 }).limit(1).lean();
    return (newest?.version ?? 0) + 1;
  }

  /** Writes under the next free number. @throws what the store throws but for a number that is taken */
  async function numbered(shop: string, vendorId: string, write: (version: number) => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return void (await write(await nextVersion(shop, vendorId)));
      } catch (error) {
        if (!duplicateKey(error) || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** The oldest go, so that ten stay. */
  async function prune(shop: string, vendorId: string): Promise<void> {
    const old = await model.find({ shop, vendorId }, { _id: 1 }).sort({ version: -1 }).skip(MOST_VERSIONS).lean();
    if (old.length > 0) await model.deleteMany({ shop, _id: trusted({ $in: old.map(({ _id }) => _id) }) });
  }

  async function versionOf(record: QuestionnaireRecord & { _id: Types.ObjectId }): Promise<QuestionnaireVersion> {
    const { shop, _id, version, questionsVersion, answeredAt, answersSealed, reviewedAt, reviewedBy } = record;
    const { name, role, answers } = JSON.parse(await cipher.open(shop, place(_id), answersSealed)) as Sealed;
    return {
      ...{ version, questionsVersion, answeredAt: answeredAt.toISOString() },
      answeredBy: `${name}, ${role}`,
      answers,
      reviewedAt: reviewedAt?.toISOString() ?? null,
      reviewedBy: reviewedBy ?? null,
    };
  }

  return {
    /** The first answers of a link are kept; what comes again is answered with their moment. */
    async keep(
      { shop, vendorId, attempt }: VendorLink,
      { questionsVersion, name, role, answers }: SentQuestionnaire,
    ): Promise<Instant> {
      const kept = () => model.findOne({ shop, attempt }, { answeredAt: 1 }).lean();
      const before = await kept();
      if (before) return before.answeredAt.toISOString();
      const _id = new Types.ObjectId();
      const sealed: Sealed = { name, role, answers };
      const answersSealed = await cipher.seal(shop, place(_id), JSON.stringify(sealed));
      const answeredAt = clock.now();
      const forgetAt = forgottenAt(answeredAt);
      await numbered(shop, vendorId, (version) =>
        model.updateOne(
          { shop, attempt },
          { $setOnInsert: { _id, vendorId, version, questionsVersion, answeredAt, answersSealed, forgetAt } },
          { upsert: true },
        ),
      );
      await prune(shop, vendorId);
      return ((await kept())?.answeredAt ?? answeredAt).toISOString();
    },

    /** Newest first. */
    async versions(shop: string, vendorId: string): Promise<QuestionnaireVersion[]> {
      const records = await model.find({ shop, vendorId }).sort({ version: -1 }).limit(MOST_VERSIONS).lean();
      return Promise.all(records.map(versionOf));
    },

    /** Of each vendor the newest, without the answers. */
    async states(shop: string): Promise<ReadonlyMap<string, NonNullable<VendorEntry['questionnaire']>>> {
      const records = await model
        .find({ shop }, { vendorId: 1, version: 1, answeredAt: 1, reviewedAt: 1 })
        .sort({ vendorId: 1, version: 1 })
        .lean();
      return new Map(
        records.map(({ vendorId, answeredAt, reviewedAt }) => [
          vendorId,
          { answeredAt: answeredAt.toISOString(), reviewedAt: reviewedAt?.toISOString() ?? null },
        ]),
      );
    },

    /** Somebody of the shop has read this version. Who was first stays. Null: there is no such version. */
    async review(
      shop: string,
      { vendorId, version, userId }: { vendorId: string; version: number; userId: string },
    ): Promise<{ readonly isNew: boolean } | null> {
      const { modifiedCount } = await model.updateOne(
        { shop, vendorId, version, reviewedAt: null },
        { $set: { reviewedAt: clock.now(), reviewedBy: userId } },
      );
      if (modifiedCount > 0) return { isNew: true };
      return (await model.findOne({ shop, vendorId, version }, { _id: 1 }).lean()) ? { isNew: false } : null;
    },

    /** Two vendors turned out to be one: the versions of the one that goes come on top of the other's. */
    async move(shop: string, from: string, into: string): Promise<void> {
      const moving = await model.find({ shop, vendorId: from }, { _id: 1 }).sort({ version: 1 }).lean();
      for (const { _id } of moving) {
        await numbered(shop, into, (version) =>
          model.updateOne({ shop, _id, vendorId: from }, { $set: { vendorId: into, version } }),
        );
      }
      await prune(shop, into);
    },

    /** The entry goes, and its answers with it when nobody can bring it back any more. */
    async forgetAt(shop: string, vendorId: string, at: Date): Promise<void> {
      await model.updateMany({ shop, vendorId }, { $set: { forgetAt: at } });
    },

    /** The entry came back: its answers stay as long as if it had not been gone. */
    async keepOn(shop: string, vendorId: string): Promise<void> {
      for (const { _id, answeredAt } of await model.find({ shop, vendorId }, { answeredAt: 1 }).lean()) {
        await model.updateOne({ shop, _id }, { $set: { forgetAt: forgottenAt(answeredAt) } });
      }
    },
  };
}

const forgottenAt = (answeredAt: Date): Date => new Date(answeredAt.getTime() + KEPT_DAYS * DAY_MS);
