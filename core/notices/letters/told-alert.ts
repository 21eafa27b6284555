import type { AlertNews } from '../news.ts';

/** One piece of news as a letter tells it: its figures as they stand when the letter is written. */
export interface ToldAlert extends Omit<AlertNews, 'subject' | 'fingerprint'> {
  /** Its page in the admin. */
  readonly href: string;
}

/** For whom a letter is and where its links lead. All addresses are https, our own or the admin's. */
export interface LetterPlaces {
  /** "marigold.myshopify.com": what Shopify calls the shop, and nothing that somebody else may write. */
  readonly shop: string;
  /** The list of alerts in the admin. */
  readonly alertsUrl: string;
}
