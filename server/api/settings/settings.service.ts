import { KEPT, type Settings, type SettingsChange } from '../../../core/api/settings.ts';
import type { NeededScopes } from '../../collect/access.ts';
import { NotFoundError } from '../../errors.ts';
import { RETENTION_DAYS } from '../../models/retention.ts';
import type { MemberStore } from '../../shop/members.ts';
import type { ShopStore } from '../../shop/shops.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type SettingsService = ReturnType<typeof settingsService>;

/** The person's language and the shop's own settings. */
export function settingsService({
  shops,
  members,
  needed,
}: {
  shops: ShopStore;
  members: MemberStore;
  needed: NeededScopes;
}) {
  async function read({ shop, userId }: Merchant): Promise<Settings> {
    const record = await shops.find(shop);
    if (!record) throw new NotFoundError();
    return {
      language: await members.languageOf(shop, userId),
      guideHidden: record.guideHidden,
      scopes: { granted: record.scopes, required: needed.requiredScopes, optional: needed.optionalScopes },
      retention: KEPT.map((what) => ({ what, days: RETENTION_DAYS[what] })),
    };
  }

  return {
    read,

    /** The language is each person's own; what the whole shop sees takes a manager. */
    async change(merchant: Merchant, { language, guideHidden }: SettingsChange): Promise<Settings> {
      if (guideHidden !== undefined) requireRole(merchant, 'manager');
      if (language !== undefined) await members.setLanguage(merchant.shop, merchant.userId, language);
      if (guideHidden !== undefined) await shops.setGuideHidden(merchant.shop, guideHidden);
      return read(merchant);
    },
  };
}
