import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { alertPayloads } from '../server/flow/alert-payload.ts';

describe('extensions/alert-raised', () => {
  const toml = readFileSync(join(import.meta.dirname, '../extensions/alert-raised/shopify.extension.toml'), 'utf8');
  const valuesOf = (key: string) =>
    [...toml.matchAll(new RegExp(`^\\s*${key} = "([^"]*)"$`, 'gm'))].map(([, value]) => value ?? '');

  it('is a trigger of the handle that the server starts', () => {
    expect([valuesOf('type')[0], valuesOf('handle'), valuesOf('uid').length]).toEqual([
      'flow_trigger',
      ['alert-raised'],
      1,
    ]);
    expect(z.uuid().safeParse(valuesOf('uid')[0]).success).toBe(true);
  });

  it('has fields of types that Flow knows, with names of letters and spaces', () => {
    const known = ['single_line_text_field', 'number_decimal', 'url', 'boolean', 'email'];
    expect(
      valuesOf('type')
        .slice(1)
        .filter((type) => !known.includes(type)),
    ).toEqual([]);
    expect(valuesOf('key').filter((key) => !/^[A-Za-z ]+$/.test(key))).toEqual([]);
    expect(valuesOf('type').slice(1)).toHaveLength(valuesOf('key').length);
  });

  it('has the fields that the server fills, no more and no fewer', () => {
    const what = { kind: 'opened', fingerprint: 'f', checkId: 'security/domain-tls', messageId: 'other' } as const;
    const weight = { severity: 'high', atStakePaise: null, dueOn: null } as const;
    const news = { ...what, ...weight, data: {}, subject: 's', at: '2026-11-23T06:30:00.000Z' };
    const places = { identity: 'i', alertUrl: () => 'https://a.example', alertsUrl: 'https://a.example' };
    for (const payload of alertPayloads(Array<typeof news>(21).fill(news), places)) {
      expect(Object.keys(payload).sort()).toEqual(valuesOf('key').sort());
    }
  });
});
