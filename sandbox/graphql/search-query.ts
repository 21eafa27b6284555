import { GraphQLError } from 'graphql';

import type { SandboxOrder } from '../shops/commerce/order.ts';

const TERM = /\s*(?:AND\s+)?([a-z_]+):(<=|>=|<|>|=)?(?:'([^']*)'|"([^"]*)"|(\S+))/gy;

type Fits = (order: SandboxOrder) => boolean;

/**
 * Shopify's search over orders, as far as the sandbox reads it: dates of placing, the order's id, its customer's and `test`, joined by spaces or AND.
 * Shopify passes over a term that it does not know; the sandbox says so, since such a question would go wrong silently.
 */
export function orderFilter(query: string | null | undefined): Fits {
  const terms: Fits[] = [];
  const text = (query ?? '').trim();
  let read = 0;
  TERM.lastIndex = 0;
  for (let found = TERM.exec(text); found; found = TERM.exec(text)) {
    const [, field = '', comparator = '=', single, double, bare] = found;
    terms.push(termOf(field, comparator, single ?? double ?? bare ?? ''));
    read = TERM.lastIndex;
  }
  if (text.slice(read).trim() !== '')
    throw new GraphQLError(`The sandbox cannot search for "${text.slice(read).trim()}".`);
  return (order) => terms.every((fits) => fits(order));
}

function termOf(field: string, comparator: string, value: string): Fits {
  switch (field) {
    case 'created_at':
    case 'processed_at':
    case 'updated_at':
      return dateTerm(comparator, value);
    case 'id':
      return ({ id }) => String(id) === value;
    case 'customer_id':
      return ({ customerId }) => String(customerId) === value;
    case 'test':
      return ({ isTest }) => isTest === (value === 'true');
    case 'status':
      if (value === 'any') return () => true;
  }
  throw new GraphQLError(`The sandbox cannot search orders by "${field}:${value}".`);
}

function dateTerm(comparator: string, value: string): Fits {
  const limit = Date.parse(value);
  if (Number.isNaN(limit)) throw new GraphQLError(`"${value}" is no date that the sandbox can read.`);
  const holds: Readonly<Record<string, (at: number) => boolean>> = {
    '>=': (at) => at >= limit,
    '>': (at) => at > limit,
    '<=': (at) => at <= limit,
    '<': (at) => at < limit,
    '=': (at) => at === limit,
  };
  return ({ placedAt }) => holds[comparator]?.(Date.parse(placedAt)) ?? false;
}
