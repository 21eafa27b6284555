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
 * Comes back to the same address with a fresh token: App Bridge does this by itself in the admin. A second answer of this
 * page within seconds means that our server does not take the token; another turn would not help, so it says so.
 */
export const BOUNCE_SCRIPT = `(async () => {
  const here = new URL(location.href);
  if (Date.now() - Number(here.searchParams.get('bounced')) < 10000) {
    document.body.textContent = 'Prahari could not sign you in. Please reload this page.';
    return;
  }
  here.searchParams.set('id_token', await window.shopify.idToken());
  here.searchParams.set('bounced', String(Date.now()));
  location.replace(here.pathname + here.search);
})();
`;
