import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isNonNullType, isObjectType } from 'graphql';
import { z } from 'zod';
import { FLOW_TRIGGERS } from '../core/api/notices.ts';
import { NO_ACCESS, orderGstResult, type RecheckResult } from '../server/flow/action-result.ts';
import { gstStatusPayload } from '../server/flow/gst-status-payload.ts';
import { vendorPayloads } from '../server/flow/vendor-payload.ts';
import { FLOW_ACTIONS } from '../server/models/flow-run.ts';

const FOLDER = join(import.meta.dirname, '../extensions');
const textOf = (handle: string, file = 'shopify.extension.toml') => readFileSync(join(FOLDER, handle, file), 'utf8');
const valuesOf = (handle: string, key: string) =>
  [...textOf(handle).matchAll(new RegExp(`^\\s*${key} = "([^"]*)"$`, 'gm'))].map(([, value]) => value ?? '');

const AT = '2026-11-23T06:30:00.000Z';
const vendorPlaces = {
  identity: 'i',
  vendorUrl: () => 'https://a.example',
  vendorsUrl: 'https://a.example',
  register: [],
};

describe.each([...FLOW_TRIGGERS, ...FLOW_ACTIONS])('extensions/%s', (handle) => {
  const isTrigger = FLOW_TRIGGERS.some((one) => one === handle);

  it('says in its toml what Shopify asks for', () => {
    expect(valuesOf(handle, 'type')[0]).toBe(isTrigger ? 'flow_trigger' : 'flow_action');
    expect(valuesOf(handle, 'handle')).toEqual([handle]);
    expect(handle.length).toBeLessThanOrEqual(30);
    expect(z.uuid().safeParse(valuesOf(handle, 'uid')[0]).success).toBe(true);
    const [name = '', description = ''] = [valuesOf(handle, 'name')[0], valuesOf(handle, 'description')[0]];
    expect(name).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(description).toMatch(/^[A-Z]/);
  });

  it('has fields of types that Flow knows, with names of letters and spaces', () => {
    const known = ['single_line_text_field', 'number_decimal', 'url', 'boolean', 'email', 'order_reference'];
    const types = valuesOf(handle, 'type').slice(1);
    expect(types.filter((type) => !known.includes(type))).toEqual([]);
    expect(valuesOf(handle, 'key').filter((key) => !/^[A-Za-z ]+$/.test(key))).toEqual([]);
    const references = types.filter((type) => type.endsWith('_reference'));
    expect(valuesOf(handle, 'key')).toHaveLength(types.length - references.length);
  });
});

it('no two extensions have one uid', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const uids = folders.flatMap(({ name }) => {
    const files = readdirSync(join(FOLDER, name));
    return files.includes('shopify.extension.toml') ? valuesOf(name, 'uid') : [];
  });
  expect(new Set(uids).size).toBe(uids.length);
});

describe('what the server fills', () => {
  it('are the fields of gst-status-changed, no more and no fewer', () => {
    const fact = { kind: 'gst-status', gstin: '27AAPFUXXXXF1ZV', service: 'setu', at: AT } as const;
    const payload = gstStatusPayload(
      { ...fact, before: 'active', now: 'not-found' },
      { identity: 'i', registrationsUrl: 'https://a.example' },
    );
    expect(Object.keys(payload).sort()).toEqual(valuesOf('gst-status-changed', 'key').sort());
  });

  it('are the fields of vendor-added, no more and no fewer', () => {
    const fact = { kind: 'vendor', vendors: [], count: 3, at: AT } as const;
    for (const isFirstCheck of [true, false]) {
      for (const payload of vendorPayloads({ ...fact, isFirstCheck }, vendorPlaces)) {
        expect(Object.keys(payload).sort()).toEqual(valuesOf('vendor-added', 'key').sort());
      }
    }
  });
});

describe.each(FLOW_ACTIONS)('the answer of %s', (handle) => {
  const [typeName = ''] = valuesOf(handle, 'return_type_ref');
  const type = buildSchema(`${textOf(handle, 'schema.graphql')} type Query { it: ${typeName} }`).getType(typeName);
  const sentence = { en: 'As the law asks.', hi: 'क़ानून के अनुसार।' };
  const recheck: RecheckResult = { started: false, reason: 'running' };
  const answers =
    handle === 'start-recheck'
      ? [recheck]
      : [NO_ACCESS, orderGstResult({ result: 'right', differencePaise: 0, sentence })];

  it('is of the type of its schema, each field told what it is, and none ever null', () => {
    if (!isObjectType(type)) throw new Error(`${typeName} is no type`);
    const fields = Object.values(type.getFields());
    expect(fields.filter((field) => !isNonNullType(field.type) || !field.description)).toEqual([]);
    for (const answer of answers) {
      expect(Object.keys(answer).sort()).toEqual(fields.map(({ name }) => name).sort());
    }
  });

  it('comes from an https address under /flow', () => {
    const [runtimeUrl = ''] = valuesOf(handle, 'runtime_url');
    expect(runtimeUrl).toBe(`https://prahari.example/flow/${handle}`);
  });
});
