/**
 * A page without content that lets App Bridge fetch a session token and come back with it. Nothing of the request is
 * written into it.
 */
export function bouncePage({ clientId, appBridgeUrl }: { clientId: string; appBridgeUrl: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Prahari</title>
<script data-api-key="${clientId}" src="${new URL(appBridgeUrl).href}"></script>
<script src="/bounce.js" defer></script>
</head>
<body></body>
</html>
`;
}

/**
 * Comes back to the same address with a fresh token, once: App Bridge does this by itself in the admin, and a second
 * answer of this page means that our server does not take the token, so that another turn would not help.
 */
export const BOUNCE_SCRIPT = `(async () => {
  const here = new URL(location.href);
  if (here.searchParams.has('bounced')) return;
  here.searchParams.set('id_token', await window.shopify.idToken());
  here.searchParams.set('bounced', '1');
  location.replace(here.pathname + here.search);
})();
`;
