import type { HeaderGradeInput, ScriptSource } from './input.ts';
import { isHtml, mediaTypeOf } from './input.ts';
import { worstOf } from './worst.ts';

/** The order of the reference: a page with one of each is judged by the last. */
const WORSE_AND_WORSE = [
  'sri-implemented-but-external-scripts-not-loaded-securely',
  'sri-not-implemented-but-external-scripts-loaded-securely',
  'sri-not-implemented-and-external-scripts-not-loaded-securely',
] as const;
type ScriptFault = (typeof WORSE_AND_WORSE)[number];

/** Result of the test `sri`: whether scripts from elsewhere come over https and with a checksum. */
export function scriptsResult({ contentType, scripts, isHttpsReachable }: HeaderGradeInput): string {
  const mediaType = mediaTypeOf(contentType);
  if (mediaType !== null && !isHtml(mediaType)) return 'sri-not-implemented-response-not-html';
  if (scripts === null) return 'html-not-parseable';
  if (scripts.length === 0) return 'sri-not-implemented-but-no-scripts-loaded';
  const external = scripts.filter(isExternal);
  const worst = worstOf(external.map(faultOf), WORSE_AND_WORSE);
  if (worst) return worst;
  const isSecure = ({ scheme }: ScriptSource) => scheme === 'https' || (scheme === 'relative' && isHttpsReachable);
  const hasOwnIntegrity = scripts.some((one) => !isExternal(one) && one.hasIntegrity && isSecure(one));
  if (hasOwnIntegrity) return 'sri-implemented-and-all-scripts-loaded-securely';
  return external.length > 0
    ? 'sri-implemented-and-external-scripts-loaded-securely'
    : 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin';
}

/** An address without scheme may come over http, so it counts as foreign even where it names the page's own site. */
function isExternal({ scheme, isSameSite }: ScriptSource): boolean {
  return scheme === 'protocol-relative' || ((scheme === 'https' || scheme === 'http') && !isSameSite);
}

function faultOf({ scheme, hasIntegrity }: ScriptSource): ScriptFault | null {
  if (scheme === 'https') return hasIntegrity ? null : 'sri-not-implemented-but-external-scripts-loaded-securely';
  return hasIntegrity
    ? 'sri-implemented-but-external-scripts-not-loaded-securely'
    : 'sri-not-implemented-and-external-scripts-not-loaded-securely';
}
