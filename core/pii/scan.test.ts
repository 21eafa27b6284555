import { describe, expect, it } from '@jest/globals';
import { scanText } from './scan.ts';

/** Public test numbers of cards; twelve digits that only their check digit makes an Aadhaar; the PAN of no person. */
const CARD = '4242424242424242';
const AADHAAR = '234567890124';
const PAN = 'AAPFU0939F';
/** Valid by Verhoeff, and an Indian mobile number with its country code. */
const PHONE = '919876543216';

const found = (text: string) => scanText(text).map(({ type, lastFour }) => `${type} ${lastFour}`);

describe('numbers in free text', () => {
  it.each([
    [`card ${CARD}`, ['card 4242']],
    ['4242 4242 4242 4242', ['card 4242']],
    ['4242-4242-4242-4242', ['card 4242']],
    ['4242.4242.4242.4242', ['card 4242']],
    ['4242–4242–4242–4242', ['card 4242']], // en dashes
    ['4242\u00a04242\u00a04242\u00a04242', ['card 4242']], // spaces that do not break
    ['4242\u200b4242\u200b4242\u200b4242', ['card 4242']], // spaces that nobody sees
    ['४२४२ ४२४२ ४२४२ ४२४२', ['card 4242']],
    ['４２４２４２４２４２４２４２４２', ['card 4242']],
    ['3782 822463 10005', ['card 0005']],
    ['378282246310005', ['card 0005']],
    ['2 pcs, paid 4242 4242 4242 4242 12/28', ['card 4242']],
    ['6074 8200 0000 0007', []], // a range of RuPay, and a check digit that does not fit
    ['6081 2345 6789 0128', ['card 0128']],
    ['5081234567890120', ['card 0120']],
    ['card no: 30569309025904', ['card 5904']],
    [`कार्ड नंबर: ${CARD}`, ['card 4242']],
    [`aadhaar no. ${AADHAAR}`, ['aadhaar 0124']],
    ['आधार: २३४५ ६७८९ ०१२४', ['aadhaar 0124']],
    ['2345 6789 0124', ['aadhaar 0124']],
    ['2345-6789-0124', ['aadhaar 0124']],
    [AADHAAR, ['aadhaar 0124']],
    [`aadhaar ${PHONE}`, ['aadhaar 3216']],
    [PAN, ['pan 939F']],
    ['pan card: aapfu0939f', ['pan 939F']],
    ['PAN AAPFU 0939 F', ['pan 939F']],
    [`${CARD} and ${PAN} and 2345 6789 0124`, ['card 4242', 'pan 939F', 'aadhaar 0124']],
    [`{"note":"${CARD}"}`, ['card 4242']],
  ])('%s: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['order 20261122001'],
    [`order ${CARD}`],
    [`AWB ${CARD}`],
    [`AWB No. 4242 4242 4242 4242`],
    [`tracking number is ${CARD}`],
    [`UTR ${AADHAAR}`],
    [`UPI ref no ${AADHAAR}`],
    [`invoice # ${AADHAAR}`],
    [`phone ${PHONE}`],
    [`+${PHONE}`],
    [PHONE],
    ['98765 43210 98765 43211'],
    ['IMEI 490154203237518'],
    ['4242 4242 4242 4241'], // a slip of the pen
    ['0000 0000 0000 0000'],
    ['1111 1111 1111'],
    ['1234 5678 9010'], // begins with 1
    ['2345 6789 0123'],
    ['4006381333931'], // an EAN that begins like a Visa card
    ['30569309025904'], // fourteen digits and nothing said of cards
    [`WH${CARD}`],
    [`${CARD}A`],
    ['gid://shopify/Order/5512345678901'],
    ['408-1234567-1234567'],
    ['GSTIN 27AAPFU0939F1ZV'],
    ['27 AAPFU0939F 1ZV'],
    ['aapfu0939f'], // small letters, and nobody says PAN
    ['coupon HAPPY1234X'],
    ['AAPXU0939F'], // no kind of holder
    ['AAPFU0000F'],
    ['1700000000000'],
    ['12.34 5678.90 1234.56'],
    [''],
  ])('%s: nothing', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says where a number begins', () => {
    expect(scanText(`नोट ${CARD}`)).toEqual([{ type: 'card', lastFour: '4242', at: 4 }]);
  });

  it.each([
    ['digits without end', '4'.repeat(300_000)],
    ['groups without end', '4242 '.repeat(60_000)],
    ['labels without end', 'pan no : '.repeat(40_000)],
    ['letters that begin a PAN', 'AAPFU'.repeat(60_000)],
  ])('reads %s, and finds nothing that long', (_what, text) => {
    expect(scanText(text).every(({ lastFour }) => lastFour.length === 4)).toBe(true);
  });
});
