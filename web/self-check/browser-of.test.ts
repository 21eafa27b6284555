import { describe, expect, it } from '@jest/globals';
import { browserOf, operatingSystemOf, type ToldByBrowser } from './browser-of.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const told = (over: Partial<ToldByBrowser>): ToldByBrowser => ({ userAgent: '', maxTouchPoints: 0, ...over });
const brands = (...names: string[]) =>
  [...names, 'Not)A;Brand 8'].map((name) => {
    const at = name.lastIndexOf(' ');
    return { brand: name.slice(0, at), version: name.slice(at + 1) };
  });

describe('the browser', () => {
  it.each<[string, Partial<ToldByBrowser>, string | null]>([
    ['Chrome by its brands', { brands: brands('Google Chrome 157', 'Chromium 157') }, 'chrome 157'],
    ['Edge by its brands', { brands: brands('Chromium 157', 'Microsoft Edge 157') }, 'edge 157'],
    ['Opera, whose number is its own', { brands: brands('Chromium 152', 'Opera 138') }, 'opera 138'],
    ['one that names Chromium alone', { brands: brands('Chromium 157', 'Brave 157') }, 'chrome 157'],
    [
      'Chrome on Windows',
      { userAgent: `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/157.0.0.0 Safari/537.36` },
      'chrome 157',
    ],
    [
      'Edge',
      { userAgent: `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/157.0.0.0 Safari/537.36 Edg/156.0` },
      'edge 156',
    ],
    [
      'Opera',
      { userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/152.0 Safari/537.36 OPR/138.0` },
      'opera 138',
    ],
    [
      'Samsung',
      { userAgent: `Mozilla/5.0 (Linux; Android 15) ${WEBKIT} SamsungBrowser/30.0 Chrome/140.0 Mobile Safari/537.36` },
      'samsung 30',
    ],
    ['Firefox', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0' }, 'firefox 149'],
    [
      'Firefox on an iPhone',
      { userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605 FxiOS/149.0 Mobile/15E148 Safari/605' },
      'firefox 149',
    ],
    [
      'Safari',
      { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/26.1 Safari/605.1' },
      'safari 26',
    ],
    [
      'Safari on an iPhone',
      { userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1 Version/26.1 Mobile/15E148 Safari/604.1' },
      'safari 26',
    ],
    ['one that says nothing', {}, null],
    ['one that lies without a number', { brands: brands('Google Chrome x'), userAgent: 'Chrome/' }, null],
  ])('%s', (_name, over, expected) => {
    const browser = browserOf(told(over));
    expect(browser && `${browser.name} ${browser.majorVersion}`).toBe(expected);
  });
});

describe('the operating system', () => {
  it.each<[Partial<ToldByBrowser>, string | null]>([
    [{ platform: 'Windows' }, 'windows'],
    [{ platform: 'macOS' }, 'macos'],
    [{ platform: 'Chrome OS' }, 'chromeos'],
    [{ platform: 'Android' }, 'android'],
    [{ userAgent: 'Mozilla/5.0 (Linux; Android 15)' }, 'android'],
    [{ userAgent: 'Mozilla/5.0 (X11; CrOS x86_64 1)' }, 'chromeos'],
    [{ userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' }, 'linux'],
    [{ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)' }, 'ios'],
    [{ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 }, 'ios'],
    [{ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' }, 'macos'],
    [{ userAgent: 'SmartFridge/1.0' }, null],
  ])('of %j is %s', (over, system) => expect(operatingSystemOf(told(over))).toBe(system));
});
