import { z } from 'zod';
import type { VendorRiskWeights } from '../../core/data/vendor-risk.ts';

const weight = z.number('must be a number').min(0, 'must be 0 to 2').max(2, 'must be 0 to 2');
const byPlace = z.strictObject({ none: weight, storefront: weight, sensitive: weight });

/** The weights of the vendor model, whole: half a set would mix two models. */
export const vendorRiskWeights: z.ZodType<VendorRiskWeights> = z.strictObject({
  bySensitivity: z.strictObject({ 0: weight, 1: weight, 2: weight, 3: weight, 4: weight }),
  breadthEach: weight,
  breadthMost: weight,
  scriptFloor: byPlace,
  scriptAdds: byPlace,
  contract: weight,
  contact: weight,
  assuranceTakes: weight.max(1, 'must be 0 to 1'),
  staleness: z
    .array(z.strictObject({ upToDays: z.int().min(1).max(3_650).nullable(), factor: weight }))
    .min(1)
    .refine((rows) => rows.at(-1)?.upToDays === null, 'must end with a row whose upToDays is null'),
  unusedAdds: weight,
});
