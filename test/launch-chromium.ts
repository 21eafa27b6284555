import { chromium, type Browser } from 'playwright-core';

/**
 * Debian's Chromium; a root user has no sandbox, and nothing may call home.
 *
 * @param shopsAt where every host but localhost answers, for a browser that goes to shops
 */
export function launchChromium({ shopsAt }: { shopsAt?: string } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(shopsAt === undefined ? [] : [`--host-resolver-rules=MAP * ${shopsAt}, EXCLUDE localhost`]),
    ],
  });
}
