import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { storeAway } from './store-away.ts';

const { MongoNetworkError, MongoNetworkTimeoutError, MongoNotConnectedError, MongoServerError } = mongoose.mongo;

describe('a store that does not answer', () => {
  it.each<[string, unknown, number | undefined]>([
    ['a broken connection', new MongoNetworkError('gone'), 503],
    ['a silent connection', new MongoNetworkTimeoutError('late'), 503],
    ['no connection', new MongoNotConnectedError('none'), 503],
    ['an answer that says no', new MongoServerError({ message: 'E11000', code: 11_000 }), undefined],
    ['anything else', new TypeError('ours'), undefined],
    ['no error', undefined, undefined],
  ])('%s', (_name, error, status) => {
    expect(storeAway(error)?.status).toBe(status);
  });
});
