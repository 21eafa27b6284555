/** Words that no page of ours uses (they judge, frighten or press), and "!". */
const BANNED = [
  'compliant',
  'guarantee',
  '100% safe',
  'secure',
  'fully protected',
  'hacked',
  'invalid',
  'failed to',
  'illegal',
  'abort',
  'oops',
  'simply',
  'just',
  'asap',
  'act now',
  'hurry',
  "don't miss",
  'last chance',
  'whitelist',
  'blacklist',
  'kindly',
  'please',
];
const MOST_WORDS = 20;

/** Banned words in an English text. */
export function bannedWordsIn(text: string): string[] {
  const found = BANNED.filter((word) => new RegExp(`(^|[^a-z])${word}([^a-z]|$)`, 'i').test(text));
  return text.includes('!') ? [...found, '!'] : found;
}

/** Sentences of more than twenty words; places such as `{host}` count as one. */
export function longSentencesIn(text: string): string[] {
  return text.split(/(?<=[.?।])\s+/).filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS);
}

/** Names of the `{places}` of a text, sorted. */
export function placesIn(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}
