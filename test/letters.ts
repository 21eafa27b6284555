import { CHECKS } from '../core/checks/index.ts';
import type { LetterBlock } from '../core/notices/letter.ts';
import type { AlertsLetterFacts } from '../core/notices/letters/alerts-letter.ts';
import type { ToldAlert } from '../core/notices/letters/told-alert.ts';

/** News of an invented shop: the certificate of its domain ended. */
export function aToldAlert(over: Partial<ToldAlert> = {}): ToldAlert {
  return {
    kind: 'opened',
    checkId: 'security/certificate',
    messageId: 'ended',
    data: { host: 'marigold.example', endsDay: '2026-11-20' },
    severity: 'high',
    atStakePaise: null,
    dueOn: null,
    at: '2026-11-22T00:30:00.000Z',
    href: 'https://admin.shopify.com/store/marigold/apps/prahari/alerts/0123456789abcdef01234567',
    ...over,
  };
}

/** One piece of news for each message of each check, its places filled with `value`. */
export function allNews(value: string): ToldAlert[] {
  return CHECKS.flatMap(({ id, severity, messages }) =>
    Object.entries(messages).map(([messageId, text]) =>
      aToldAlert({
        ...{ checkId: id, messageId, severity, dueOn: '2026-11-30', atStakePaise: 123_456_700 },
        data: Object.fromEntries([...text.en.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => [place, value])),
      }),
    ),
  );
}

export function lettersOf(told: readonly ToldAlert[], over: Partial<AlertsLetterFacts> = {}): AlertsLetterFacts {
  return {
    language: 'en',
    shop: 'marigold.myshopify.com',
    alertsUrl: 'https://admin.shopify.com/store/marigold/apps/prahari/alerts',
    acknowledgeUrl: 'https://prahari.example/mail?lang=en#invented',
    asOf: '2026-11-22T00:30:00.000Z',
    told,
    ...over,
  };
}

/** Every text of a block, as a reader sees it. */
export function wordsOf(block: LetterBlock): string[] {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'facts':
      return block.facts.flat();
    case 'bar':
      return [block.name, block.words];
    case 'table':
      return [...block.columns, ...block.rows.flat()];
    default:
      return [block.text];
  }
}
