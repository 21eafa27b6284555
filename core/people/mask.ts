import { visibleText } from '../visible-text.ts';

const DOTS = '•••';
const LONGEST = 80;

/**
 * A log-in that its owner recognises and nobody else can use: "pr•••@shop.example", "ra•••". Of the part before the @
 * two characters show, of a short one only the first. Findings, snapshots and mails carry this form alone.
 */
export function maskLogin(login: string): string {
  const plain = cleaned(login);
  const at = plain.lastIndexOf('@');
  return at === -1 ? shortened(plain) : `${shortened(plain.slice(0, at))}${plain.slice(at)}`;
}

/** "Priya Sharma" as "Pr••• S•••": two characters of the first word, one of each other, four words at most. */
export function maskName(name: string): string {
  const words = cleaned(name).split(' ').filter(Boolean).slice(0, 4);
  if (words.length === 0) return DOTS;
  return words.map((word, place) => (place === 0 ? shortened(word) : charactersOf(word, 1) + DOTS)).join(' ');
}

function cleaned(text: string): string {
  return visibleText(text.slice(0, LONGEST)).trim().replace(/\s+/g, ' ');
}

function shortened(text: string): string {
  const isShort = charactersOf(text, 3) === text;
  return charactersOf(text, isShort ? 1 : 2) + DOTS;
}

/** As people count them: a Hindi letter with its vowel sign is one. */
function charactersOf(text: string, count: number): string {
  const shown: string[] = [];
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (shown.length === count) break;
    shown.push(segment);
  }
  return shown.join('');
}
