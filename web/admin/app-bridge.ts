/**
 * What we ask of Shopify's admin around the frame. App Bridge is a script of the page, never a package; outside an
 * admin (a direct visit) its functions are missing, and then nothing happens rather than an error.
 */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** An action in a toast stays long enough to be read and reached. */
const WITH_ACTION_MS = 10_000;
const PLAIN_MS = 4_000;

/** Tells that the act just done succeeded. Never for errors: those stand where they happened. */
export function toast(words: string, action?: ToastAction): void {
  adminBridge()?.toast.show(words, {
    duration: action ? WITH_ACTION_MS : PLAIN_MS,
    ...(action && { action: action.label, onAction: action.run }),
  });
}

/** Pages of the admin that we lead to. Whatever else a finding might name leads to its start. */
const IN_ADMIN = /^(\/[\w-]+)+$/;

/** The address of a page of the Shopify admin, for a link with target `_top`. */
export function adminAddress(path: string): string {
  return `shopify://admin${IN_ADMIN.test(path) ? path : '/'}`;
}

/** The theme editor in this admin, with what the server's address of it asks for: which block to show. */
export function themeEditorAddress(editorUrl: string): string {
  const search = URL.canParse(editorUrl) ? new URL(editorUrl).search : '';
  return `${adminAddress('/themes/current/editor')}${search}`;
}

/** The language of the admin around us, "en-IN". */
export function adminLocale(): string | undefined {
  return adminBridge()?.config.locale;
}

/** Asks the merchant for more scopes; true when they were granted. */
export async function requestScopes(scopes: readonly string[]): Promise<boolean> {
  const answer = await adminBridge()?.scopes.request([...scopes]);
  return answer?.result === 'granted-all';
}

/** Shows or hides the admin's bar above an unsaved form. */
export function showSaveBar(id: string, isShown: boolean): void {
  void (isShown ? adminBridge()?.saveBar.show(id) : adminBridge()?.saveBar.hide(id));
}

/** Resolves when it is fine to leave: nothing is unsaved, or the merchant gave it up. */
export async function mayLeave(): Promise<void> {
  await adminBridge()?.saveBar.leaveConfirmation();
}

function adminBridge(): typeof globalThis.shopify | undefined {
  return (globalThis as { shopify?: typeof globalThis.shopify }).shopify;
}
