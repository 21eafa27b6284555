import { html, Html, jsonForScript } from '../frame/html.ts';
import type { FrameBoot } from '../browser/extension-host/protocol.ts';

/**
 * The page in which one target of an extension runs. By itself it is a bench for tests; inside the admin or a shop it
 * stands in a frame without an origin. `<main>` is what the extension takes for the body of its document.
 */
export function framePage(boot: FrameBoot, locale: string, styles: string): string {
  const title = `${boot.folder} · ${boot.target}`;
  return html`<!doctype html>
    <html lang="${locale.split('-')[0] ?? 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(styles)}
        </style>
        <script type="application/json" id="extension-boot">
          ${jsonForScript(boot)}
        </script>
        <script src="/sandbox-extension-host/frame.js" defer></script>
      </head>
      <body>
        <header class="bench-title"><h1>${title}</h1></header>
        <main id="extension"></main>
        <aside id="host-notes" aria-label="Sandbox" hidden></aside>
      </body>
    </html>`.text;
}
