import { describe, expect, it } from '@jest/globals';
import { foldNews } from './fold-news.ts';
import type { AlertNews, NewsKind } from './news.ts';

const one = (kind: NewsKind, messageId: string = kind, fingerprint = 'f1'): AlertNews => ({
  ...{ kind, fingerprint, checkId: 'gst/gstin-status', messageId, data: {}, subject: 's', severity: 'high' },
  ...{ atStakePaise: null, dueOn: null, at: '2026-11-22T10:00:00.000Z' },
});

describe('news that waited together', () => {
  it.each<[NewsKind[], NewsKind | null]>([
    [['opened'], 'opened'],
    [['opened', 'graver'], 'opened'],
    [['opened', 'resolved'], null],
    [['reopened', 'resolved'], null],
    [['opened', 'resolved', 'reopened'], 'opened'],
    [['resolved', 'reopened'], 'reopened'],
    [['resolved', 'reopened', 'resolved'], 'resolved'],
    [['graver', 'resolved'], 'resolved'],
    [['woken', 'graver'], 'woken'],
    [['woken', 'resolved'], 'resolved'],
    [['graver', 'graver'], 'graver'],
    [['graver', 'resolved', 'reopened'], 'reopened'],
  ])('%j is told as %s', (kinds, told) => {
    expect(foldNews(kinds.map((kind) => one(kind))).map(({ kind }) => kind)).toEqual(told === null ? [] : [told]);
  });

  it('is told in the newest words', () => {
    expect(foldNews([one('opened', 'mild'), one('graver', 'grave')])).toEqual([
      { ...one('opened'), messageId: 'grave' },
    ]);
  });

  it('keeps alerts apart', () => {
    expect(foldNews([one('opened'), one('resolved', 'resolved', 'f2')])).toHaveLength(2);
  });
});
