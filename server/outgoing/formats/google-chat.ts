import type { Letter } from '../../../core/notices/letter.ts';
import { drawWithin, type Piece } from './pieces.ts';

/** A card takes 32 KB and a hundred parts. */
const MOST_BYTES = 28_000;
const MOST_PIECES = 80;

/** Texts of cards are a little HTML: what looks like a tag or a mention stays text. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One card for Google Chat's webhooks. Source: developers.google.com, Chat API, cards v2. */
export function googleChatBody(letter: Letter): string {
  return drawWithin(letter, { pieces: MOST_PIECES, bytes: MOST_BYTES }, ({ title, pieces, buttons }) => ({
    cardsV2: [
      {
        cardId: 'notice',
        card: {
          header: { title },
          sections: [
            {
              widgets: [
                ...pieces.map(widgetOf),
                ...(buttons.length > 0
                  ? [
                      {
                        buttonList: {
                          buttons: buttons.map(({ text, href }) => ({ text, onClick: { openLink: { url: href } } })),
                        },
                      },
                    ]
                  : []),
              ],
            },
          ],
        },
      },
    ],
  }));
}

function widgetOf({ style, text }: Piece) {
  const escaped = escapeHtml(text);
  return { textParagraph: { text: style === 'heading' ? `<b>${escaped}</b>` : escaped } };
}
