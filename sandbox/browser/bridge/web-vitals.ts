interface Metric {
  readonly id: string;
  readonly name: 'LCP' | 'CLS' | 'INP';
  readonly value: number;
}
type Report = (payload: { metrics: readonly Metric[] }) => void | Promise<void>;

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

let report: Report | null = null;

/** Calls once with the page's numbers when the person leaves it or hides it, as Shopify's script does. */
export async function onReport(callback: Report | null): Promise<void> {
  report = callback;
}

/** LCP: the last candidate. CLS: the sum of unexpected shifts. INP: the slowest reply to an act of the person. */
export function measure(): void {
  const values = new Map<Metric['name'], number>();
  watch('largest-contentful-paint', (entry) => values.set('LCP', entry.startTime));
  watch('layout-shift', (entry) => {
    const shift = entry as LayoutShift;
    if (!shift.hadRecentInput) values.set('CLS', (values.get('CLS') ?? 0) + shift.value);
  });
  watch('event', (entry) => values.set('INP', Math.max(values.get('INP') ?? 0, entry.duration)));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || report === null || values.size === 0) return;
    const metrics = [...values].map(([name, value]): Metric => ({
      id: `${name}-${Math.round(performance.timeOrigin)}`,
      name,
      value,
    }));
    void report({ metrics });
  });
}

function watch(type: string, seen: (entry: PerformanceEntry) => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
}
