import { csvRow } from '../../core/csv/csv-cell.ts';
import type { DirectoryState } from './directory-state.ts';

/** A list of the shop's users as a file. Shopify does not publish the columns of its own: these are a guess (README). */
export function usersExport({ people }: Pick<DirectoryState, 'people'>): string {
  const header = ['Name', 'Email', 'Role', 'Type', 'Status', 'Two-step authentication', 'Two-step required'];
  const rows = people.flatMap(({ name, email, shopify }) => {
    if (!shopify) return [];
    const type = shopify.role === 'Collaborator' ? 'Collaborator' : 'Staff';
    return [[name, email, shopify.role, type, shopify.status, shopify.secondFactor, 'Yes']];
  });
  return [header, ...rows].map(csvRow).join('');
}
