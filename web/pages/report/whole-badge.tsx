import { SeverityBadge } from '../../components/badges.tsx';
import type { Severity } from '../../../core/severity.ts';

/** A badge in a narrow column: its word stays in one line. */
export function WholeBadge({ severity }: { severity: Severity }) {
  return (
    <div style={{ whiteSpace: 'nowrap' }}>
      <SeverityBadge severity={severity} />
    </div>
  );
}
