import { Types, type Connection } from 'mongoose';
import type { NewWebhook, OutgoingWebhook, WebhookFormat } from '../../core/api/notices.ts';
import type { NoticeRule } from '../../core/notices/rules.ts';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { outgoingWebhookModel, type OutgoingWebhookRecord } from '../models/outgoing-webhook.ts';
import { ruleOf } from '../models/rule-fields.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { newSecret } from './signature.ts';

export const MAX_WEBHOOKS = 10;
/** How long the old secret signs beside the new. */
const ROTATION_MS = 7 * 24 * 60 * 60 * 1000;

export const TEST_GAP_MS = 10_000;

/** Who is to hear of what, for whoever plans deliveries. Switched-off ones are not among them. */
export interface WebhookListener {
  readonly id: string;
  readonly rule: NoticeRule;
  readonly getsWeekly: boolean;
}

/** A target with its address and secrets opened. Never logged, never answered. */
export interface OpenWebhook extends WebhookListener {
  readonly url: string;
  readonly format: WebhookFormat;
  readonly language: Language;
  /** Those that sign now, newest first. */
  readonly secrets: readonly string[];
}

/** How a post ended; null: no answer came. */
export interface LastPost {
  readonly status: number | null;
  readonly code: string;
}

type Changeable = Omit<NewWebhook, 'url'> & { readonly isOn: boolean };
/** What is not named stays. */
export type WebhookChange = { readonly [F in keyof Changeable]?: Changeable[F] | undefined };

interface Target {
  readonly name: string;
  readonly url: string;
}
type Stored = OutgoingWebhookRecord & { readonly _id: Types.ObjectId };

export type OutgoingWebhookStore = ReturnType<typeof outgoingWebhookStore>;

/** A shop's targets. Names, addresses and secrets are sealed; a secret leaves once, when it is made. */
export function outgoingWebhookStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = outgoingWebhookModel(connection);
  const place = (field: 'target' | 'secrets', id: string) => ({ collection: 'outgoing_webhooks', field, id });
  const sealed = (shop: string, field: 'target' | 'secrets', id: string, value: unknown) =>
    cipher.seal(shop, place(field, id), JSON.stringify(value));

  async function targetOf(shop: string, { _id, targetSealed }: Stored): Promise<Target> {
    return JSON.parse(await cipher.open(shop, place('target', _id.toString()), targetSealed)) as Target;
  }

  async function secretsOf(shop: string, { _id, secretsSealed }: Stored): Promise<readonly string[]> {
    return JSON.parse(await cipher.open(shop, place('secrets', _id.toString()), secretsSealed)) as string[];
  }

  const isTurning = ({ oldSecretUntil }: Stored) => oldSecretUntil != null && oldSecretUntil > clock.now();

  async function shown(shop: string, record: Stored): Promise<OutgoingWebhook> {
    const { _id, host, format, language, rule, getsWeekly, isOn, trouble, oldSecretUntil, last } = record;
    return {
      id: _id.toString(),
      name: (await targetOf(shop, record)).name,
      ...{ host, format, language, rule: ruleOf(rule), getsWeekly, isOn },
      trouble: trouble ?? null,
      oldSecretUntil: isTurning(record) ? (oldSecretUntil?.toISOString() ?? null) : null,
      last: last ? { at: last.at.toISOString(), status: last.status ?? null, code: last.code } : null,
    };
  }

  const all = (shop: string) => model.find({ shop }).sort({ addedAt: 1, _id: 1 }).limit(MAX_WEBHOOKS).lean();

  return {
    /** In the order in which they were added. */
    async list(shop: string): Promise<OutgoingWebhook[]> {
      return Promise.all((await all(shop)).map((record) => shown(shop, record)));
    },

    /** Those that are on. */
    async listeners(shop: string): Promise<WebhookListener[]> {
      const records = await model.find({ shop, isOn: true }).limit(MAX_WEBHOOKS).lean();
      return records.map(({ _id, rule, getsWeekly }) => ({ id: _id.toString(), rule: ruleOf(rule), getsWeekly }));
    },

    /** Names by id: what a list of deliveries shows. */
    async names(shop: string): Promise<ReadonlyMap<string, string>> {
      const named = (await all(shop)).map(
        async (record) => [record._id.toString(), (await targetOf(shop, record)).name] as const,
      );
      return new Map(await Promise.all(named));
    },

    /** @throws {ConflictError} there are too many */
    async add(
      shop: string,
      { name, url, ...rest }: NewWebhook,
      userId: string,
    ): Promise<{ webhook: OutgoingWebhook; secret: string }> {
      if ((await model.countDocuments({ shop })) >= MAX_WEBHOOKS) {
        throw new ConflictError(`A shop can have ${MAX_WEBHOOKS} webhooks. Remove one first.`);
      }
      const _id = new Types.ObjectId();
      const id = _id.toString();
      const secret = newSecret();
      const record = {
        ...{ _id, shop, host: new URL(url).host, isOn: true, addedAt: clock.now(), addedBy: userId },
        ...{ ...rest, rule: { ...rest.rule, areas: [...rest.rule.areas] } },
        targetSealed: await sealed(shop, 'target', id, { name, url } satisfies Target),
        secretsSealed: await sealed(shop, 'secrets', id, [secret]),
      };
      await model.create(record);
      return { webhook: await shown(shop, record), secret };
    },

    /** Null: the shop has no such target. Switched on again, it starts without old troubles. */
    async change(
      shop: string,
      id: string,
      { name, isOn, rule, ...rest }: WebhookChange,
    ): Promise<OutgoingWebhook | null> {
      const known = await model.findOne({ shop, _id: id }).lean();
      if (!known) return null;
      const target = { ...(await targetOf(shop, known)), ...(name !== undefined && { name }) };
      const given = Object.entries({ ...rest, isOn }).filter(([, value]) => value !== undefined);
      const set = {
        ...Object.fromEntries(given),
        ...(rule && { rule: { ...rule, areas: [...rule.areas] } }),
        ...(name !== undefined && { targetSealed: await sealed(shop, 'target', id, target) }),
      };
      const isWoken = isOn === true && !known.isOn;
      const update = { $set: set, ...(isWoken && { $unset: { trouble: 1 as const } }) };
      const changed = await model.findOneAndUpdate({ shop, _id: id }, update, { returnDocument: 'after' }).lean();
      return changed && shown(shop, changed);
    },

    /** A new secret; the one before signs beside it for seven days, the one before that no more. */
    async rotate(shop: string, id: string): Promise<{ webhook: OutgoingWebhook; secret: string } | null> {
      const known = await model.findOne({ shop, _id: id }).lean();
      if (!known) return null;
      const [newest] = await secretsOf(shop, known);
      const secret = newSecret();
      const set = {
        secretsSealed: await sealed(shop, 'secrets', id, [secret, ...(newest ? [newest] : [])]),
        oldSecretUntil: new Date(clock.now().getTime() + ROTATION_MS),
      };
      // Of two who turn it at once, one does: the other one's secret would be shown and not sign.
      const filter = { shop, _id: id, secretsSealed: known.secretsSealed };
      const changed = await model.findOneAndUpdate(filter, { $set: set }, { returnDocument: 'after' }).lean();
      if (!changed) throw new ConflictError('The secret was changed a moment ago. Look at it again.');
      return { webhook: await shown(shop, changed), secret };
    },

    /** False: the shop has no such target. */
    async remove(shop: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ shop, _id: id })).deletedCount > 0;
    },

    /** All of them: the shop's access ended. */
    async forget(shop: string): Promise<void> {
      await model.deleteMany({ shop });
    },

    /** Null: it is gone, or switched off and not wanted so. */
    async open(shop: string, id: string, { evenOff = false } = {}): Promise<OpenWebhook | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      if (!record || (!record.isOn && !evenOff)) return null;
      const { format, language, rule, getsWeekly } = record;
      const [newest = '', older] = await secretsOf(shop, record);
      return {
        ...{ id, format, language, rule: ruleOf(rule), getsWeekly },
        url: (await targetOf(shop, record)).url,
        secrets: older !== undefined && isTurning(record) ? [newest, older] : [newest],
      };
    },

    /** Whether a person may try it now: once in ten seconds. */
    async mayTest(shop: string, id: string): Promise<boolean> {
      const now = clock.now();
      const before = trusted({ $gt: new Date(now.getTime() - TEST_GAP_MS) });
      const { matchedCount } = await model.updateOne(
        { shop, _id: id, testedAt: trusted({ $not: before }) },
        { $set: { testedAt: now } },
      );
      return matchedCount > 0;
    },

    /** How the last post ended; one that came through ends all trouble, "gone" switches off. */
    async told(shop: string, id: string, { status, code }: LastPost): Promise<void> {
      const last = { at: clock.now(), code, ...(status !== null && { status }) };
      const isSent = code === 'sent';
      const isGone = code === 'gone';
      await model.updateOne(
        { shop, _id: id },
        {
          $set: { last, ...(!isSent && { trouble: isGone ? 'gone' : 'failing' }), ...(isGone && { isOn: false }) },
          ...(isSent && { $unset: { trouble: 1 as const } }),
        },
      );
    },
  };
}
