/** A share as a bar. The number always stands beside it in words, so that the bar itself says nothing aloud. */
export function ShareBar({ share, look }: { share: number; look: 'score' | 'coverage' }) {
  return (
    <div className="prahari-share" data-look={look} aria-hidden="true">
      <div style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}
