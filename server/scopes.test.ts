import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from './scopes.ts';
import { WEBHOOK_TOPICS } from './shopify/webhook-topics.ts';

const toml = readFileSync(new URL('../shopify.app.toml', import.meta.url), 'utf8');
const words = (text: string | undefined): string[] => (text ?? '').match(/[a-z_]+(\/[a-z_]+)?/g) ?? [];

it('asks for the scopes that shopify.app.toml declares', () => {
  expect(words(/^scopes = "([^"]*)"/m.exec(toml)?.[1])).toEqual([...REQUIRED_SCOPES]);
  expect(words(/^optional_scopes = \[([^\]]*)\]/m.exec(toml)?.[1])).toEqual([...OPTIONAL_SCOPES]);
});

it('handles every topic that shopify.app.toml subscribes to', () => {
  const topics = [...toml.matchAll(/topics = \[([^\]]*)\]/g)].flatMap(([, list]) => words(list));
  expect(topics.length).toBeGreaterThan(5);
  expect(topics.filter((topic) => !(topic in WEBHOOK_TOPICS))).toEqual([]);
});
