import { ApiProblem } from '../../api/problems.ts';
import type { VendorFault, VendorInput } from './vendor-form.ts';

const FAULTS: ReadonlyMap<string, VendorFault> = new Map([
  ['name', 'nameNeeded'],
  ['hosts', 'host'],
  ['scopes', 'scope'],
  ['handle', 'handle'],
  ['unusedSince', 'day'],
  ['tokenMadeOn', 'day'],
]);

/** Fields that the server did not take, as it names them ("hosts.2"), in the words of the form. */
export function refusedFields(error: unknown): Readonly<Partial<Record<keyof VendorInput, VendorFault>>> {
  if (!(error instanceof ApiProblem)) return {};
  const named = Object.keys(error.problem.fields ?? {}).map((path) => path.split('.')[0] ?? '');
  return Object.fromEntries(named.flatMap((field) => (FAULTS.has(field) ? [[field, FAULTS.get(field)]] : [])));
}
