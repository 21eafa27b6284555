import type { AlertGroup, AlertGrouping, AlertSort, AlertSummary } from '../../core/api/alerts.ts';
import type { Day } from '../../core/time.ts';
import { fits, grouped, inOrder, type AlertFilter } from './alert-lists.ts';
import { searchText, wordsOf } from './alert-search.ts';

/** Lists that are remembered: people turn pages, and ask for what they saw. */
const MAX_REMEMBERED = 20;

/** One alert as lists see it: nothing that people wrote, and nobody's name. */
export interface ViewedAlert {
  readonly summary: AlertSummary;
  readonly newsAt: string | null;
}

/** The alerts of one shop as of one mark. They never change, so what was made of them once counts as long as they do. */
export class AlertSet {
  readonly alerts: readonly ViewedAlert[];
  readonly #sorted = new Map<AlertSort, readonly number[]>();
  readonly #lists = new Map<string, readonly AlertSummary[]>();
  readonly #groups = new Map<string, readonly AlertGroup[]>();
  #text: ReturnType<typeof searchText> | undefined;

  constructor(alerts: readonly ViewedAlert[]) {
    this.alerts = alerts;
  }

  /** Those that fit, in order. */
  list(filter: AlertFilter): readonly AlertSummary[] {
    return remembered(this.#lists, JSON.stringify(filter), () => this.#listed(filter));
  }

  /** The same, gathered. `today` tells what is overdue. */
  groups(filter: AlertFilter, by: AlertGrouping, today: Day): readonly AlertGroup[] {
    return remembered(this.#groups, JSON.stringify([by, today, filter]), () => grouped(this.list(filter), by, today));
  }

  #listed(filter: AlertFilter): AlertSummary[] {
    const marks = wordsOf(filter.q).map((word) => this.#words().has(word));
    return this.#order(filter.sort).flatMap((at) => {
      const summary = this.alerts[at]?.summary;
      return summary && marks.every((mark) => mark[at] === 1) && fits(summary, filter) ? [summary] : [];
    });
  }

  #order(sort: AlertSort): readonly number[] {
    return remembered(this.#sorted, sort, () =>
      inOrder(
        this.alerts.map(({ summary }) => summary),
        sort,
      ),
    );
  }

  #words() {
    this.#text ??= searchText(this.alerts.map(({ summary }) => summary));
    return this.#text;
  }
}

/** What was made of this key before, or is made now; the longest unasked are forgotten. */
function remembered<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MAX_REMEMBERED && oldest !== undefined) kept.delete(oldest);
  return value;
}
