/** Our own defect: a query that forgot its shop. Answered as a bare 500. */
export class TenantGuardError extends Error {
  override readonly name = 'TenantGuardError';
}
