import type { Letter } from '../../../core/notices/letter.ts';
import { drawWithin, type Piece } from './pieces.ts';

/** Teams takes 28 KB. */
const MOST_BYTES = 25_000;
const MOST_PIECES = 60;

const STYLES = {
  heading: { weight: 'Bolder', size: 'Medium' },
  text: {},
  quiet: { isSubtle: true, size: 'Small' },
} as const satisfies Readonly<Record<Piece['style'], object>>;

/** Runs of text know no Markdown, unlike `TextBlock`, so nothing in them becomes a link or a mention. */
const runs = (text: string, style: object) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...style }],
});

/** A message with one adaptive card, as Teams' workflows take it. Source: learn.microsoft.com, adaptivecards.io 1.4. */
export function teamsBody(letter: Letter): string {
  return drawWithin(letter, { pieces: MOST_PIECES, bytes: MOST_BYTES }, ({ title, pieces, buttons }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            runs(title, { weight: 'Bolder', size: 'Large' }),
            ...pieces.map(({ style, text }) => runs(text, STYLES[style])),
          ],
          actions: buttons.map(({ text, href }) => ({ type: 'Action.OpenUrl', title: text, url: href })),
        },
      },
    ],
  }));
}
