import type { Letter, LetterBlock } from '../../core/notices/letter.ts';
import { FOOT_TEXTS, type LetterFoot } from './letter-foot.ts';
import { letterLink } from './letter-link.ts';

/** The letter as plain text: the same facts in the same order, each link on a line of its own. */
export function drawText(letter: Letter, { stopUrl }: LetterFoot): string {
  const { language, blocks, because } = letter;
  const stop = stopUrl === null ? [] : [`${FOOT_TEXTS.stop[language]}:\n${letterLink(stopUrl)}`];
  return `${[...blocks.map(blockText), '--', because, FOOT_TEXTS.neverAsk[language], ...stop].join('\n\n')}\n`;
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
      return `# ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'button':
    case 'link':
      return `${block.text}:\n${letterLink(block.href)}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'bar':
      return `${block.name}: ${block.words}`;
    case 'table':
      return block.rows
        .map((row) => block.columns.map((column, place) => `${column}: ${row[place] ?? ''}`).join(' · '))
        .join('\n');
  }
}
