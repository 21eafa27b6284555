import { Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { visibleText } from '../../../../core/visible-text.ts';
import type { DiffLine, DiffRow } from './text-diff.ts';

const ROWS_AT_FIRST = 200;
/** What is drawn of one line: a long one that could not be broken would hold the page up. */
const LONGEST_LINE = 2_000;

/** The rows of two texts; what changed is marked by a sign as well as by its colour. */
export function DiffTable({ rows }: { rows: readonly DiffRow[] }) {
  const { t } = useTranslation('scripts');
  const { count } = useFormat();
  const [most, setMost] = useState(ROWS_AT_FIRST);
  const rest = rows.length - most;
  return (
    <>
      <div className="prahari-scroll" role="region" aria-label={t('diff.title')} tabIndex={0}>
        <table className="prahari-diff">
          <caption>
            <Text as="span" visuallyHidden>
              {t('diff.title')}
            </Text>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Text as="span" visuallyHidden>
                  {t('diff.lineFrom')}
                </Text>
              </th>
              <th scope="col">{t('diff.removed')}</th>
              <th scope="col">
                <Text as="span" visuallyHidden>
                  {t('diff.lineTo')}
                </Text>
              </th>
              <th scope="col">{t('diff.added')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <InlineStack>
          <Button variant="plain" onClick={() => setMost(most * 4)}>
            {t('diff.more', { count: rest, shown: count(rest) })}
          </Button>
        </InlineStack>
      )}
    </>
  );
}

function Row({ row }: { row: DiffRow }) {
  const { t } = useTranslation('scripts');
  const { count } = useFormat();
  if (row.kind === 'gap') {
    return (
      <tr>
        <td colSpan={4} data-gap="">
          {t('diff.gap', { count: row.lines, shown: count(row.lines) })}
        </td>
      </tr>
    );
  }
  const isOther = row.kind === 'other';
  return (
    <tr>
      <Side line={row.from} look={isOther ? 'from' : null} />
      <Side line={row.to} look={isOther ? 'to' : null} />
    </tr>
  );
}

function Side({ line, look }: { line: DiffLine | null; look: 'from' | 'to' | null }) {
  if (line === null) return <td colSpan={2} data-empty="" />;
  const text = shownLine(line.text);
  return (
    <>
      <td data-line="">{line.number}</td>
      <td data-text="" {...(look && { 'data-look': look })}>
        {look === 'from' ? <del>{text}</del> : look === 'to' ? <ins>{text}</ins> : text}
      </td>
    </>
  );
}

/** What turns or hides text in code is gone; blanks before it stay. */
function shownLine(text: string): string {
  const cut = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return visibleText(cut.replaceAll('\t', '  '));
}
