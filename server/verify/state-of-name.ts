import { STATES } from '../../core/data/states.ts';

/** Spellings of the registry and of services beside the table's own; older names still stand on old registrations. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'NATIONAL CAPITAL TERRITORY OF DELHI': '07',
  'NCT OF DELHI': '07',
  'NEW DELHI': '07',
  UTTARANCHAL: '05',
  ORISSA: '21',
  CHATTISGARH: '22',
  'DADRA AND NAGAR HAVELI': '26',
  'DAMAN AND DIU': '26',
  'DAMAN DIU': '26',
  PONDICHERRY: '34',
  TAMILNADU: '33',
  'ANDAMAN AND NICOBAR': '35',
  'ANDAMAN NICOBAR ISLANDS': '35',
  TELENGANA: '36',
  'JAMMU KASHMIR': '01',
  'LAKSHADWEEP ISLANDS': '31',
};

const CODES: ReadonlyMap<string, string> = new Map([
  ...STATES.filter(({ succeededBy }) => succeededBy === null).map(({ name, code }) => [plain(name.en), code] as const),
  ...Object.entries(OTHER_NAMES),
]);

/** GST code of a State by its name, as registries write it. Null for a name that we do not know: it is not guessed. */
export function stateOfName(name: string): string | null {
  return CODES.get(plain(name.slice(0, 100))) ?? null;
}

function plain(name: string): string {
  return name
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}
