import { z } from 'zod';
import type { FiledReturn, RegistryRecord } from '../../core/evidence/registry.ts';
import { placeOf, placesOf } from './place-of-address.ts';
import { dayOf, kindOf, loose, statusOf, textOf, yesNoOf } from './registry-fields.ts';

const MOST_RETURNS = 500;

/** Fields of GSTN's own public answer, which several services pass on as it is. */
const GstnFields = z.object({
  lgnm: loose,
  tradeNam: loose,
  sts: loose,
  dty: loose,
  ctb: loose,
  rgdt: loose,
  cxdt: loose,
  lstupdt: loose,
  einvoiceStatus: loose,
  pradr: loose,
  adadr: loose,
});

/** "pncd" and "stcd", the State by its NAME; sometimes only one line, `adr`. */
const Place = z.object({ addr: loose, adr: loose });
const ADDRESS = { pin: 'pncd', state: 'stcd' };

export function gstnRecord(data: unknown): RegistryRecord {
  const fields = GstnFields.parse(data);
  return {
    legalName: textOf(fields.lgnm),
    tradeName: textOf(fields.tradeNam),
    status: statusOf(fields.sts),
    taxpayerKind: kindOf(fields.dty),
    constitution: textOf(fields.ctb),
    registeredOn: dayOf(fields.rgdt),
    cancelledOn: dayOf(fields.cxdt),
    principal: gstnPlace(fields.pradr),
    additional: placesOf(fields.adadr, gstnPlace),
    isEInvoicing: yesNoOf(fields.einvoiceStatus),
    isBlockedForEwayBill: null, // only NIC's own system tells, to the taxpayer alone
    lastUpdatedOn: dayOf(fields.lstupdt),
  };
}

function gstnPlace(value: unknown) {
  const place = Place.safeParse(value).data;
  return place ? placeOf(place.addr, place.adr, ADDRESS) : null;
}

const Filing = z.object({ rtntype: loose, ret_prd: loose, dof: loose, status: loose, valid: loose });

/** Filed returns of a RETTRACK answer. Those that were not accepted, and rows of another shape, are left out. */
export function gstnReturns(list: unknown): FiledReturn[] | null {
  if (!Array.isArray(list)) return null;
  return list.slice(0, MOST_RETURNS).flatMap((row: unknown) => {
    const filing = Filing.safeParse(row).data;
    const form = textOf(filing?.rtntype)
      ?.toUpperCase()
      .replace(/[^A-Z0-9]/g, '');
    const [, month, year] = /^(0[1-9]|1[0-2])(20\d{2})$/.exec(textOf(filing?.ret_prd) ?? '') ?? [];
    const isFiled = /^filed/i.test(textOf(filing?.status) ?? '') && yesNoOf(filing?.valid) !== false;
    return form && month && year && isFiled ? [{ form, period: `${year}-${month}`, filedOn: dayOf(filing?.dof) }] : [];
  });
}
