import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import { LANGUAGES } from '../text.ts';
import { LETTER_NEEDS, letterNeeds, vendorLetter, type LetterFacts, type LetterNeed } from './letter.ts';

const TODAY = '2026-11-22';
const NOTHING: LetterFacts = { kind: 'app', papers: [], hasContact: false, questionnaire: null };
const paper = (kind: LetterFacts['papers'][number]['kind'], validUntil: string | null = null) => ({ kind, validUntil });

describe('what a letter asks for', () => {
  it.each<[string, Partial<LetterFacts>, readonly LetterNeed[]]>([
    ['of an app that gave nothing', {}, ['report', 'contract', 'questionnaire', 'contact']],
    [
      'of a gateway that gave nothing',
      { kind: 'payment-gateway' },
      ['pci-aoc', 'contract', 'questionnaire', 'contact'],
    ],
    [
      'of a gateway whose report is another one',
      { kind: 'payment-gateway', papers: [paper('iso-27001'), paper('contract')], hasContact: true },
      ['pci-aoc', 'questionnaire'],
    ],
    [
      'after a report that ends today',
      { papers: [paper('soc2-type2', TODAY)] },
      ['contract', 'questionnaire', 'contact'],
    ],
    [
      'after one that ended yesterday',
      { papers: [paper('soc2-type2', '2026-11-21')] },
      ['report', 'contract', 'questionnaire', 'contact'],
    ],
    ['after a badge alone', { papers: [paper('badge')] }, ['report', 'contract', 'questionnaire', 'contact']],
    [
      'after answers that nobody read',
      { questionnaire: { answeredAt: '2026-11-01T10:00:00.000Z', reviewedAt: null } },
      ['report', 'contract', 'contact'],
    ],
    [
      'after answers that somebody read',
      { questionnaire: { answeredAt: '2025-11-22T10:00:00.000Z', reviewedAt: '2025-12-01T10:00:00.000Z' } },
      ['contract', 'contact'],
    ],
    [
      'after answers of more than a year ago',
      { questionnaire: { answeredAt: '2025-11-21T10:00:00.000Z', reviewedAt: '2025-12-01T10:00:00.000Z' } },
      ['report', 'contract', 'questionnaire', 'contact'],
    ],
    [
      'of whom nothing is missing',
      {
        papers: [paper('iso-27001', '2027-01-01'), paper('contract')],
        hasContact: true,
        questionnaire: { answeredAt: '2026-11-01T10:00:00.000Z', reviewedAt: null },
      },
      [],
    ],
  ])('%s', (_name, facts, needs) => expect(letterNeeds({ ...NOTHING, ...facts }, TODAY)).toEqual(needs));
});

describe.each(LANGUAGES)('the letter in %s', (language) => {
  const letter = (needs: readonly LetterNeed[], more: Partial<Parameters<typeof vendorLetter>[0]> = {}) =>
    vendorLetter({ language, vendorName: 'Reviews & Co', shopName: 'marigold.example', needs, ...more });

  it.each(LETTER_NEEDS)('asks for one thing alone: %s', (need) => {
    const { subject, text } = letter([need]);
    expect(text).toMatch(/^1\. /m);
    expect(text).not.toMatch(/^2\. /m);
    expect(`${subject}\n${text}`).toContain('marigold.example');
    expect(text).toContain('Reviews & Co');
  });

  it('numbers what it asks for, in its own order, each once', () => {
    const { text } = letter(['contact', 'report', 'contact', 'contract']);
    expect(text.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
    expect(text).toBe(letter(['report', 'contract', 'contact']).text);
  });

  it('asks for nothing when nothing is missing', () => {
    const { subject, text } = letter([]);
    expect(text).not.toMatch(/^1\. /m);
    expect(subject).not.toBe(letter(['report']).subject);
  });

  it('tells the link of the questions and its last day, where one is out', () => {
    const link = { url: 'https://prahari.example/vendor-questions#token', endsOn: '2026-12-06' };
    expect(letter(['questionnaire'], { link }).text).toContain(link.url);
    expect(letter(['questionnaire'], { link }).text).toContain(link.endsOn);
    expect(letter(['contract'], { link }).text).not.toContain(link.url);
  });

  it('leaves no place open, and takes none from a name', () => {
    const { subject, text } = letter(LETTER_NEEDS, {
      vendorName: '{shop} {url}\r\nBcc: everybody@invented.example',
      shopName: 'Mari\u202Egold\u0000 {vendor}',
    });
    expect(`${subject}${text}`).not.toMatch(/[{}\r\u0000\u202E]/);
    expect(subject.includes('\n')).toBe(false);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('is written as our rules ask', () => {
    for (const needs of [LETTER_NEEDS, []]) {
      const { subject, text } = letter(needs);
      const sentences = `${subject}. ${text}`.replace(/\n+(\d\. )?/g, ' ');
      expect(bannedWordsIn(text)).toEqual([]);
      expect(longSentencesIn(sentences.replace(/:/g, '.'))).toEqual([]);
      if (language === 'hi') expect([text, text.normalize('NFC')]).toEqual([text, text]);
    }
  });
});
