import type { OtherHost } from '../other-host.ts';

const TAG_MANAGER = 'tags.parcha-tags.example';
const OFFERS = 'cdn.baad-mein-offers.example';

/** The one script of the tag manager that a page names. */
export const TAG_MANAGER_URL = `https://${TAG_MANAGER}/load.js`;
/** What it loads after the page: no page names it. */
export const LATE_SCRIPT_URL = `https://${OFFERS}/offer.js`;
/** And what it writes into the page by itself. */
export const LATE_TEXT = 'window.lateOffer = "invented";';

const TEXTS: Readonly<Record<string, string>> = {
  [TAG_MANAGER_URL]: `addEventListener('load', function () {
  setTimeout(function () {
    var file = document.createElement('script');
    file.src = '${LATE_SCRIPT_URL}?shop=invented';
    document.head.appendChild(file);
    var text = document.createElement('script');
    text.text = ${JSON.stringify(LATE_TEXT)};
    document.head.appendChild(text);
  }, 100);
});
`,
  [LATE_SCRIPT_URL]: 'window.offers = true; /* invented */\n',
};

/** A tag manager and a firm of offers, both invented: whoever only reads the page's HTML never meets the second one. */
export function lateHosts(): OtherHost {
  return {
    hosts: [TAG_MANAGER, OFFERS],
    handle(ctx) {
      const text = TEXTS[`https://${ctx.host.replace(/:\d+$/, '')}${ctx.path}`];
      if (text === undefined) return void (ctx.status = 404);
      ctx.type = 'application/javascript';
      ctx.body = text;
    },
  };
}
