// Prahari: which scripts run here. Nothing of the visitor; never stops the page.
{
  const safe = (act) => (it) => {
    try {
      act(it);
    } catch {}
  };
  safe(() => {
    const { url, token, page } = document.currentScript.dataset;
    if (!token || navigator.doNotTrack === '1' || navigator.globalPrivacyControl) return;
    // One session in fifty, drawn once.
    if ((sessionStorage.prahariBeacon ??= Math.random() < 0.02 ? 'yes' : 'no') !== 'yes') return;

    const isOwnName = /^(product|collection|cart)$/.test(page);
    const kind = isOwnName ? page : page === 'index' ? 'home' : /^customers/.test(page) ? 'account' : 'other';
    const found = new Set();
    const sent = new Set();
    let hashes = 0;
    let turns = 2;

    const see = safe((address) => {
      const { hostname, origin, pathname } = new URL(address);
      const bare = (origin + pathname).slice(0, 500);
      if (!/^http/.test(address) || hostname === location.hostname) return;
      if (!/^https:..cdn.shopify.com.(?!extensions)/.test(bare)) found.add(bare);
    });
    const hash = safe(({ src, type, text }) => {
      if (src || !text || !/^$|^module$|script$/.test(type) || hashes++ > 19) return;
      crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)).then(
        (bytes) => {
          found.add('sha256-' + btoa(String.fromCharCode(...new Uint8Array(bytes))));
        },
        () => {},
      );
    });

    const send = safe(() => {
      if (!turns || window.Shopify?.customerPrivacy?.analyticsProcessingAllowed?.() === false) return;
      for (const { src } of document.scripts) see(src);
      for (const { initiatorType, name } of performance.getEntriesByType('resource'))
        if (initiatorType === 'script') see(name);
      const report = { token, page: kind, scripts: [], inline: [] };
      const before = sent.size;
      // In any order: each has its turn.
      for (const one of [...found].sort(() => Math.random() - 0.5)) {
        if (sent.has(one) || JSON.stringify(report).length + one.length > 1e3) continue;
        report[/^sha/.test(one) ? 'inline' : 'scripts'].push(one);
        sent.add(one);
      }
      if (turns < 2 && sent.size === before) return;
      turns--;
      // Without cookies and the page's address.
      const quiet = { credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true };
      fetch(url, { method: 'POST', mode: 'no-cors', body: JSON.stringify(report), ...quiet }).catch(() => {});
    });

    const watch = safe(() => {
      (window.requestIdleCallback || setTimeout)(send);
      const added = safe(({ addedNodes }) => {
        for (const node of addedNodes)
          (node.matches?.('script') ? [node] : node.querySelectorAll?.('script'))?.forEach(hash);
      });
      new MutationObserver((all) => all.forEach(added)).observe(document, { childList: true, subtree: true });
    });

    if (document.readyState === 'complete') watch();
    else addEventListener('load', watch);
    addEventListener('visibilitychange', () => document.hidden && send());
  })();
}
