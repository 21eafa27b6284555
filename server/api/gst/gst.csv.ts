import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { stateByCode } from '../../../core/data/states.ts';
import { hsnLines, type HsnEvidence } from '../../../core/evidence/derived/hsn-coverage.ts';
import type { HsnCoverage, TaxAudit } from '../../../core/evidence/summaries.ts';
import { variantName } from '../../../core/evidence/derived/hsn-code.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { Instant } from '../../../core/time.ts';
import { visibleText } from '../../../core/visible-text.ts';

const AUDIT_COLUMNS = [
  'dispatch_state_code',
  'dispatch_state',
  'delivery_state_code',
  'delivery_state',
  'expected',
  'charged',
  'orders',
  'wrong_orders',
  'tax_inr',
  'wrong_inr',
  'last_wrong_at',
  'last_right_at',
];
const HSN_COLUMNS = ['product_id', 'product', 'variant_id', 'variant', 'sku', 'hsn', 'problem', 'may_be'];

const ABROAD = '96';
const ABROAD_NAME: Text = { en: 'Outside India', hi: 'भारत से बाहर' };

const NOTHING: Text = {
  en: 'Not assessed: what this list is made of was not read yet. The GST page says why.',
  hi: 'जाँच नहीं हुई: यह सूची जिससे बनती है वह अभी नहीं पढ़ा गया। कारण GST पेज पर है।',
};

/** An empty table would read as "nothing wrong". */
export function notAssessedCsv(language: Language): string {
  return BYTE_ORDER_MARK + csvRow([NOTHING[language]]);
}

/** The tax audit, one row for each pair of States: a table for a spreadsheet, RFC 4180. */
export function taxAuditCsv({ rows }: TaxAudit, language: Language): string {
  const lines = rows.map((row) =>
    csvRow([
      row.dispatchState,
      nameOf(row.dispatchState, language),
      row.deliveryState,
      nameOf(row.deliveryState, language),
      row.expected,
      row.charged,
      String(row.orders),
      String(row.wrongOrders),
      rupees(row.taxPaise),
      rupees(row.wrongPaise),
      row.lastWrongAt ?? '',
      row.lastRightAt ?? '',
    ]),
  );
  return BYTE_ORDER_MARK + csvRow(AUDIT_COLUMNS) + lines.join('');
}

const PROBLEMS: Readonly<Record<HsnCoverage['open'][number]['problem'], Text>> = {
  missing: { en: 'no code', hi: 'कोड नहीं है' },
  malformed: { en: 'not 4, 6 or 8 digits', hi: '4, 6 या 8 अंक नहीं' },
  'too-short': { en: 'too few digits', hi: 'अंक कम हैं' },
  'not-on-list': { en: 'not in the list of the portal', hi: 'पोर्टल की सूची में नहीं' },
  'no-such-chapter': { en: 'no such chapter', hi: 'ऐसा अध्याय नहीं' },
};

/** Every taxable variant on sale whose code is missing or needs work, in the catalogue's order. */
export function hsnCsv(evidence: HsnEvidence, asOf: Instant, language: Language): string {
  let text = BYTE_ORDER_MARK + csvRow(HSN_COLUMNS);
  for (const { product, variant, code, problem, suggestion } of hsnLines(evidence, asOf)) {
    if (problem === null) continue;
    text += csvRow([
      product.id,
      visibleText(product.title),
      variant.id,
      visibleText(variantName(variant) ?? ''),
      visibleText(variant.sku ?? ''),
      visibleText(code ?? ''),
      PROBLEMS[problem][language],
      suggestion ?? '',
    ]);
  }
  return text;
}

function nameOf(code: string, language: Language): string {
  if (code === ABROAD) return ABROAD_NAME[language];
  return stateByCode(code)?.name[language] ?? '';
}

function rupees(paise: number): string {
  return (paise / 100).toFixed(2);
}
