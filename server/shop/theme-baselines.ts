import type { Connection } from 'mongoose';
import type { ThemeListing } from '../../core/api/security.ts';
import type { ThemeBaseline } from '../../core/evidence/own-records.ts';
import type { Clock } from '../clock.ts';
import { themeBaselineModel } from '../models/theme-baseline.ts';
import { pack, unpack } from './packed.ts';

const MAX_CHARS = 1_000_000;

/** The baseline, and the name that the theme had then. */
export type KeptBaseline = ThemeBaseline & { readonly themeName: string };

export type ThemeBaselineStore = ReturnType<typeof themeBaselineStore>;

/** The theme as a person of the shop accepted it. */
export function themeBaselineStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = themeBaselineModel(connection);

  return {
    /** Null: nobody accepted a theme yet. */
    async read(shop: string): Promise<KeptBaseline | null> {
      const record = await model.findOne({ shop }).lean();
      if (!record) return null;
      const { themeId, themeName, acceptedAt, acceptedBy, filesPacked } = record;
      const files = (await unpack(filesPacked)) as ThemeBaseline['files'];
      return { themeId, themeName, acceptedAt: acceptedAt.toISOString(), acceptedBy, files };
    },

    async accept(shop: string, theme: ThemeListing, userId: string): Promise<void> {
      const fields = {
        themeId: theme.id,
        themeName: theme.name,
        acceptedAt: clock.now(),
        acceptedBy: userId,
        filesPacked: await pack(theme.files, { maxChars: MAX_CHARS }),
      };
      await model.updateOne({ shop }, { $set: fields }, { upsert: true });
    },
  };
}
