import mongoose from 'mongoose';
import { AppError } from '../errors.ts';

const { MongoNetworkError, MongoNotConnectedError, MongoServerSelectionError } = mongoose.mongo;
/** What the driver throws while no server of ours can be reached. */
const AWAY = [MongoNetworkError, MongoNotConnectedError, MongoServerSelectionError];
const AGAIN_AFTER_S = 5;

/** The store does not answer now: nobody's request is wrong, and the same one works a little later. */
export class StoreAwayError extends AppError {
  constructor(cause: unknown) {
    super({
      type: 'store-away',
      title: 'Prahari cannot reach its store right now.',
      status: 503,
      detail: 'Nothing is lost. Try again in a moment.',
      headers: { 'Retry-After': String(AGAIN_AFTER_S) },
      cause,
    });
  }
}

/** The refusal that a broken connection to the store stands for; undefined for any other error. */
export function storeAway(error: unknown): StoreAwayError | undefined {
  return AWAY.some((kind) => error instanceof kind) ? new StoreAwayError(error) : undefined;
}
