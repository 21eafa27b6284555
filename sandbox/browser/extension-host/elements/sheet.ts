/** Styles of the parts inside elements; those of the elements themselves are in frame.css. */
const STYLES = `
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h2, .heading, .section-title { margin: 0; font-size: 0.875rem; line-height: 1.25rem; font-weight: 650; }
  p { margin: 0; overflow-wrap: anywhere; }
  hr { width: 100%; margin: 0; border: 0; border-top: 1px solid #e3e3e3; }
  button, .as-button, input, select, textarea { font: inherit; color: inherit; }
  button, .as-button { display: inline-block; min-height: 1.75rem; padding: 0.25rem 0.75rem; border: 1px solid #8a8a8a;
    border-radius: 0.5rem; background: #fff; text-decoration: none; cursor: pointer; }
  [data-variant='primary'] { background: #303030; border-color: #303030; color: #fff; }
  [data-variant='tertiary'] { border-color: transparent; background: transparent; }
  [data-tone='critical'][data-variant='primary'] { background: #c70a24; border-color: #c70a24; }
  button:disabled, button[aria-disabled='true'] { background: #f1f1f1; border-color: #d5d5d5; color: #6a6a6a; cursor: default; }
  a, .as-link { color: #005bd3; }
  .as-link { min-height: 0; padding: 0; border: 0; background: none; text-decoration: underline; }
  .clickable { display: block; width: 100%; text-align: start; color: inherit; }
  :focus-visible { outline: 2px solid #005bd3; outline-offset: 2px; }
  .block-head { display: flex; align-items: start; justify-content: space-between; gap: 0.5rem; }
  .fold, .plain { min-height: 1.5rem; padding: 0 0.5rem; border-color: transparent; background: transparent; }
  .block-content { margin-top: 0.75rem; }
  .action { display: grid; gap: 1rem; }
  .action-foot { display: flex; flex-wrap: wrap; justify-content: end; gap: 0.5rem; padding-top: 0.75rem; border-top: 1px solid #e3e3e3; }
  .section-title { margin-bottom: 0.5rem; }
  .banner { display: flex; justify-content: space-between; gap: 0.5rem; padding: 0.75rem; border: 1px solid #a8c8e8;
    border-radius: 0.5rem; background: #eaf4ff; overflow-wrap: anywhere; }
  .banner[data-tone='critical'] { border-color: #e8a0a0; background: #fee8eb; }
  .banner[data-tone='warning'] { border-color: #e5c07a; background: #fff3da; }
  .banner[data-tone='success'] { border-color: #9fd3b4; background: #e6f8ee; }
  .banner-text { display: grid; gap: 0.375rem; min-width: 0; }
  .badge { display: inline-block; padding: 0.0625rem 0.5rem; border-radius: 1rem; background: #e3e3e3; color: #303030; font-size: 0.75rem; }
  .badge[data-tone='success'] { background: #cdf2dd; color: #0a4a2e; }
  .badge[data-tone='critical'] { background: #fed1d7; color: #8e0b21; }
  .badge[data-tone='warning'], .badge[data-tone='caution'] { background: #ffe3b8; color: #5c3700; }
  .badge[data-tone='info'] { background: #d5ebff; color: #003a5a; }
  .field { display: grid; gap: 0.25rem; }
  .field-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
  input:not([type='checkbox']), select, textarea { flex: 1 1 8rem; min-width: 0; max-width: 100%; min-height: 2rem; padding: 0.25rem 0.625rem;
    border: 1px solid #8a8a8a; border-radius: 0.5rem; background: #fff; }
  [aria-invalid='true'] { border-color: #8e0b21; background: #fee8eb; }
  .check { display: flex; align-items: start; gap: 0.5rem; }
  .field-error { color: #8e0b21; }
  .field-details { color: #595959; }
  .ring { display: inline-block; width: 1.125rem; height: 1.125rem; border: 2px solid #c9c9c9; border-top-color: #303030;
    border-radius: 50%; animation: turn 1s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .ring { animation: none; } }
  .icon { display: inline-block; width: 0.5rem; height: 0.5rem; border-radius: 50%; background: currentcolor; }
  .for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .table { display: contents; }
  summary { cursor: pointer; }
  .skeleton { color: #8a8a8a; }
`;

let made: CSSStyleSheet | null = null;

/** One sheet for all of them. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(STYLES);
  }
  return made;
}
