import { describe, expect, it } from '@jest/globals';
import { findingText } from './finding-text.ts';
import { visibleText } from './visible-text.ts';

describe('O4: names that turn or hide', () => {
  it.each([
    ['Pune godown', 'Pune godown'],
    ['Godown \u202Egpj.exe', 'Godown gpj.exe'],
    ['\u2066a\u2069\u200Fb\u061C', 'ab'],
    ['ze\u200Bro\u2060 \uFEFFwidth\u00AD', 'zero width'],
    ['tag\u{E0061}\u{E007F}', 'tag'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['bell\u0007 \u001B[31mred', 'bell   [31mred'],
    ['नमस्ते', 'नमस्ते'],
    ['क्\u200Dष', 'क्\u200Dष'], // a half letter, as it is written
    ['র\u200D্য', 'র\u200D্য'],
    ['क\u200C ', 'क '], // at the end of a word it joins nothing
    ['pay\u200Dpal \u200Cx', 'paypal x'],
    ['😀 दुकान', '😀 दुकान'],
    ['', ''],
  ])('%j reads %j', (text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });

  it('stand in a sentence without it, in each language', () => {
    const text = { en: 'At {location}.', hi: '{location} पर।' };
    const data = { location: 'Go\u202Edown' };
    expect([findingText(text, data, 'en'), findingText(text, data, 'hi')]).toEqual(['At Godown.', 'Godown पर।']);
  });
});
