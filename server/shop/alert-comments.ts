import { Types, type Connection } from 'mongoose';
import { COMMENT_UNDO_MINUTES } from '../../core/api/alerts.ts';
import type { Clock } from '../clock.ts';
import { ConflictError, ForbiddenError } from '../errors.ts';
import { alertModel } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { commentPlace, commentsOf } from './alert-shapes.ts';

/** More comments than this no alert takes. */
const MAX_COMMENTS = 100;
const MINUTE_MS = 60_000;

/** What people write beside an alert, sealed. */
export function alertComments({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = alertModel(connection);

  return {
    /**
     * False: there is no such alert in this shop.
     *
     * @throws {ConflictError} the alert has a hundred comments
     */
    async add(shop: string, alertId: string, text: string, by: string): Promise<boolean> {
      const commentId = new Types.ObjectId().toString();
      const textSealed = await cipher.seal(shop, commentPlace(commentId), text);
      const record = await model.findOne({ shop, _id: alertId }, { commentCount: 1 }).lean();
      if (!record) return false;
      const count = record.commentCount ?? 0;
      if (count >= MAX_COMMENTS) throw new ConflictError(`An alert takes ${MAX_COMMENTS} comments.`, { text: 'full' });
      const { matchedCount } = await model.updateOne(
        { shop, _id: alertId },
        { $set: { [`comments.${commentId}`]: { at: clock.now(), by, textSealed } }, $inc: { commentCount: 1 } },
      );
      return matchedCount === 1;
    },

    /**
     * Takes back one's own comment. False: there is no such comment.
     *
     * @throws {ForbiddenError} somebody else wrote it
     * @throws {ConflictError} it was written too long ago
     */
    async takeBack(shop: string, alertId: string, commentId: string, by: string): Promise<boolean> {
      const record = await model.findOne({ shop, _id: alertId }, { comments: 1 }).lean();
      const comments = record ? commentsOf(record) : {};
      const comment = Object.hasOwn(comments, commentId) ? comments[commentId] : undefined;
      if (!comment) return false;
      if (comment.by !== by) throw new ForbiddenError('Who wrote a comment can take it back, and nobody else.');
      if (clock.now().getTime() - comment.at.getTime() > COMMENT_UNDO_MINUTES * MINUTE_MS) {
        throw new ConflictError(`A comment can be taken back for ${COMMENT_UNDO_MINUTES} minutes.`);
      }
      const path = `comments.${commentId}`;
      const { matchedCount } = await model.updateOne(
        { shop, _id: alertId, [path]: trusted({ $exists: true }) },
        { $unset: { [path]: 1 }, $inc: { commentCount: -1 } },
      );
      return matchedCount === 1;
    },
  };
}
