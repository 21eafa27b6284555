import type { Language } from '../../../core/text.ts';

/** Codes that Shopify takes as a country of origin. Source: Admin GraphQL, enum CountryCode, without the two for none. */
const CODES =
  'AC AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );
const HOME = 'IN';

interface Country {
  readonly code: string;
  readonly name: string;
}

/** A browser takes its time over names: each language is asked for once. */
const NAMES = new Map<Language, Intl.DisplayNames | null>();
const LISTS = new Map<Language, readonly Country[]>();

/** Name of a country as the browser knows it; its code where it knows none. */
export function countryName(code: string, language: Language): string {
  try {
    return namesIn(language)?.of(code) ?? code;
  } catch {
    return code;
  }
}

/** All countries by name, India first: most goods of an Indian shop are made there. */
export function countries(language: Language): readonly Country[] {
  const known = LISTS.get(language);
  if (known) return known;
  const all = CODES.map((code) => ({ code, name: countryName(code, language) }));
  const order = new Intl.Collator(language);
  all.sort((one, other) => {
    if (one.code === HOME || other.code === HOME) return one.code === HOME ? -1 : 1;
    return order.compare(one.name, other.name);
  });
  LISTS.set(language, all);
  return all;
}

function namesIn(language: Language): Intl.DisplayNames | null {
  const known = NAMES.get(language);
  if (known !== undefined) return known;
  const names = typeof Intl.DisplayNames === 'function' ? new Intl.DisplayNames([language], { type: 'region' }) : null;
  NAMES.set(language, names);
  return names;
}
