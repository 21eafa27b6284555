const LENGTH = 15;
const LONGEST = 20;
const SHOWS = /^[\p{L}\p{N}\p{P}\p{S}]$/u;

/**
 * A GSTIN that its owner recognises and nobody else can use: "27AAPFUXXXXF1ZV". The PAN inside a proprietor's number
 * is personal, so findings, alerts and mails carry this form. A text of another length may be a PAN alone, so only
 * its ends show; a character that shows nothing, or turns the text around, becomes "?".
 */
export function maskGstin(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST)].slice(0, LONGEST).map((one) => (SHOWS.test(one) ? one : '?'));
  const hidden = characters.length === LENGTH ? [7, 11] : [2, Math.max(2, characters.length - 2)];
  const [from = 0, to = 0] = hidden;
  return characters.map((one, place) => (place >= from && place < to ? 'X' : one)).join('');
}
