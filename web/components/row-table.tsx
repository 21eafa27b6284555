import { Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

export interface Column<R> {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly cell: (row: R) => ReactNode;
}

interface RowTableProps<R> {
  readonly caption: string;
  /** The first names its row. */
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
}

/**
 * A table that becomes a list of blocks on a phone, each value behind its column's name. The roles are written out,
 * since a browser forgets a table's own when its cells are laid out as blocks.
 */
export function RowTable<R>({ caption, columns, rows, keyOf }: RowTableProps<R>) {
  return (
    <table role="table" className="prahari-table prahari-rows">
      <caption>
        <Text as="span" visuallyHidden>
          {caption}
        </Text>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, isNumber }) => (
            <th key={title} role="columnheader" scope="col" {...(isNumber === true && { 'data-number': true })}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ title, isNumber, cell }, index) =>
              index === 0 ? (
                <th key={title} role="rowheader" scope="row" className="prahari-wrap">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} role="cell" data-title={title} {...(isNumber === true && { 'data-number': true })}>
                  <div className="prahari-wrap">{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
