/**
 * A share as a bar. The number always stands beside it in words, so that the bar itself says nothing aloud.
 * A score that rests on little is hatched: it must not look safe.
 */
export function ShareBar({ share, look }: { share: number; look: 'score' | 'early' | 'coverage' }) {
  return (
    <div className="prahari-share" data-look={look} aria-hidden="true">
      <div style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}
