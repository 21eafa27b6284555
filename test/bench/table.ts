/** One line of the bench: our figure against a named peer measured in the same run. A ratio of 1 is the peer's speed. */
export interface BenchLine {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  /** The goal in words, and whether this run met it on this machine. */
  readonly goal: string;
  readonly isMet: boolean;
}

export function printTable(lines: readonly BenchLine[]): void {
  const head = { what: 'What', ours: 'Prahari', peer: 'Peer', ratio: 'Ratio', goal: 'Goal', isMet: '' };
  const rows = [head, ...lines.map((line) => ({ ...line, isMet: line.isMet ? 'met' : 'MISSED' }))];
  const columns = ['what', 'ours', 'peer', 'ratio', 'goal', 'isMet'] as const;
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  '));
  }
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)}×`;
