import type { Letter } from '../../../core/notices/letter.ts';
import { drawWithin, escapedWithin, type Piece } from './pieces.ts';

const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_BUTTON = 75;
/** Of the fifty that a message may hold, some are for title and buttons. */
const MOST_PIECES = 40;
const MOST_BYTES = 100_000;

/** The three characters by which Slack knows links and mentions: "<!channel>" stays text. */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** All text is `plain_text`, so "*" and "_" stay what they are; only buttons lead anywhere. */
const plain = (text: string, most: number) => ({
  type: 'plain_text',
  text: escapedWithin(text, most, escapeSlack),
  emoji: false,
});

/** A message of Slack's incoming webhooks. Source: docs.slack.dev, Block Kit and "Formatting text". */
export function slackBody(letter: Letter): string {
  return drawWithin(letter, { pieces: MOST_PIECES, bytes: MOST_BYTES }, ({ title, pieces, buttons }) => ({
    text: escapedWithin(title, LONGEST_SECTION, escapeSlack),
    ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
    blocks: [
      { type: 'header', text: plain(title, LONGEST_HEADER) },
      ...pieces.map(blockOf),
      ...(buttons.length > 0
        ? [
            {
              type: 'actions',
              elements: buttons.map(({ text, href }) => ({
                ...{ type: 'button', url: href, text: plain(text, LONGEST_BUTTON) },
              })),
            },
          ]
        : []),
    ],
  }));
}

function blockOf({ style, text }: Piece) {
  if (style === 'heading') return { type: 'header', text: plain(text, LONGEST_HEADER) };
  if (style === 'quiet') return { type: 'context', elements: [plain(text, LONGEST_SECTION)] };
  return { type: 'section', text: plain(text, LONGEST_SECTION) };
}
