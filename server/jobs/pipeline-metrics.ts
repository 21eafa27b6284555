import { Counter, Histogram, type Registry } from 'prom-client';

/** What operators see of the pipeline. No label names a shop. */
export interface PipelineMetrics {
  readonly scans: Counter<'result'>;
  readonly scanSeconds: Histogram;
  readonly evidence: Counter<'kind' | 'outcome'>;
  readonly alerts: Counter<'change'>;
  readonly sweepSeconds: Histogram;
}

export function pipelineMetrics(registry: Registry): PipelineMetrics {
  const registers = [registry];
  return {
    scans: new Counter({
      name: 'prahari_scans_total',
      help: 'Scans that ended, by result',
      labelNames: ['result'],
      registers,
    }),
    scanSeconds: new Histogram({
      name: 'prahari_scan_seconds',
      help: 'From the request of a scan to its end',
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300],
      registers,
    }),
    evidence: new Counter({
      name: 'prahari_evidence_total',
      help: 'Evidence by kind: collected, or why not',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    alerts: new Counter({
      name: 'prahari_alerts_total',
      help: 'Alerts that opened, stayed and closed',
      labelNames: ['change'],
      registers,
    }),
    sweepSeconds: new Histogram({
      name: 'prahari_sweep_seconds',
      help: 'One sweep over the shops that are due',
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 2, 10],
      registers,
    }),
  };
}
