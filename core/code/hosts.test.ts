import { describe, expect, it } from '@jest/globals';
import { decodeBase64 } from './base64.ts';
import { hostsNamed } from './hosts.ts';

const hosts = (text: string) => hostsNamed(text).map(({ host }) => host);

describe('hosts that code names', () => {
  it.each([
    ['fetch("https://A.Example/x")', ['a.example']],
    ["s.src='//cdn.example/a.js'", ['cdn.example']],
    ['new WebSocket(`wss://live.example/`)', ['live.example']],
    [String.raw`{"url":"https:\/\/json.example\/a"}`, ['json.example']],
    [`x("${Buffer.from('https://hidden.example/c').toString('base64')}")`, ['hidden.example']],
    ['http://a.example http://a.example', ['a.example']],
    ['// a comment.about a.thing', []],
    ['var a = 1; // see b.example', []],
    ['a = b//c.example', []],
    ['"http://www.w3.org/2000/svg"', []],
    ['"//theme.js"', []],
    ['https://{{ host }}/a', []],
  ])('%s: %j', (text, expected) => {
    expect(hosts(text)).toEqual(expected);
  });

  it('are fifty at most', () => {
    expect(hosts(Array.from({ length: 80 }, (_, at) => `https://h${at}.example/`).join(' '))).toHaveLength(50);
  });
});

describe('base64', () => {
  it.each([
    ['YQ==', 'a'],
    ['YQ', 'a'],
    ['YWI=', 'ab'],
    ['YWJj', 'abc'],
    ['_-8=', '\u00ff\u00ef'],
    ['', ''],
    ['a', null],
    ['a b=', null],
  ])('%j: %j', (text, decoded) => {
    expect(decodeBase64(text)).toBe(decoded);
  });
});
