/**
 * Loaded before the server by the test of I3. Koa's depd makes its deprecation wrapper from a constant string while it
 * loads, which the flag forbids; here it gets the same wrapper as a closure. Nothing else of the server needs it.
 */
import { registerHooks } from 'node:module';

const COMPILED = /var deprecatedfn = [\s\S]*?return deprecatedfn\n/;
const CLOSURE = `var self = this
  return function () {
    log.call(self, message, site)
    return fn.apply(this, arguments)
  }
`;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const { source } = loaded;
    if (!url.endsWith('/depd/index.js') || source == null) return loaded;
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
    return { ...loaded, source: text.replace(COMPILED, CLOSURE) };
  },
});
