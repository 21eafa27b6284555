import { describe, expect, it } from '@jest/globals';
import { aSnapshot } from '../../../test/factories.ts';
import {
  aCatalogue,
  anOrder,
  anOrderArea,
  anOrderBook,
  aProduct,
  aTaxProfile,
  aVariant,
} from '../../../test/gst-factories.ts';
import { gstSummary } from '../../../core/evidence/derived/gst-summary.ts';
import type { TaxAudit } from '../../../core/evidence/summaries.ts';
import { NO_CHANGES } from '../../../core/gst/law.ts';
import { hsnCsv, notAssessedCsv, taxAuditCsv } from './gst.csv.ts';

const AS_OF = '2026-11-22T06:30:00.000Z';
const rowsOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

function auditOf(orders: Parameters<typeof anOrderBook>[0]): TaxAudit {
  const { taxAudit } = gstSummary(aSnapshot({ orders: anOrderBook(orders) }));
  if ('reason' in taxAudit) throw new Error(taxAudit.reason);
  return taxAudit;
}

describe('the tax audit as a file', () => {
  it('is a row for each pair of States, in the language asked for', () => {
    // To Karnataka under the heads of Maharashtra: Rs 50 that have to be paid again.
    const audit = auditOf([anOrder({ shipTo: anOrderArea('KA') })]);
    const [head, row] = rowsOf(taxAuditCsv(audit, 'hi'));
    expect(head).toBe(
      'dispatch_state_code,dispatch_state,delivery_state_code,delivery_state,expected,charged,orders,wrong_orders,tax_inr,wrong_inr,last_wrong_at,last_right_at',
    );
    expect(row).toBe('27,महाराष्ट्र,29,कर्नाटक,igst,cgst-sgst,1,1,50.00,50.00,2026-11-10T08:00:00.000Z,');
  });

  it('names what lies abroad', () => {
    const [row] = auditOf([anOrder()]).rows;
    if (!row) throw new Error('The audit has a row.');
    const audit = { ...auditOf([]), rows: [{ ...row, deliveryState: '96' }] };
    expect(rowsOf(taxAuditCsv(audit, 'en'))[1]).toMatch(/^27,Maharashtra,96,Outside India,/);
  });
});

describe('HSN codes that need work as a file', () => {
  const evidence = (title: string, hsnForIndia: string | null) => ({
    catalogue: aCatalogue([
      aProduct({ title, variants: [aVariant(), aVariant({ hsnForIndia, title: 'L', sku: null })] }),
    ]),
    taxProfile: aTaxProfile(),
    law: NO_CHANGES,
  });

  it('is a row for each variant, with what the code may be', () => {
    const [, ...rows] = rowsOf(hsnCsv(evidence('Tea', '902'), AS_OF, 'en'));
    expect(rows).toEqual([
      'gid://shopify/Product/1,Tea,gid://shopify/ProductVariant/11,L,,902,"not 4, 6 or 8 digits",0902',
    ]);
    expect(rowsOf(hsnCsv(evidence('Tea', null), AS_OF, 'hi'))[1]).toContain('कोड नहीं है');
  });

  it('is no formula, and hides nothing', () => {
    const [, row] = rowsOf(hsnCsv(evidence('=HYPERLINK("http://x")\u202E', null), AS_OF, 'en'));
    expect(row).toContain(`,"'=HYPERLINK(""http://x"")",`);
  });
});

it('a file without figures says so in words, where an empty table would read as "nothing wrong"', () => {
  expect(rowsOf(notAssessedCsv('en'))).toEqual([expect.stringMatching(/^Not assessed: /)]);
  expect(notAssessedCsv('hi')).toContain('जाँच नहीं हुई');
});
