import { describe, expect, it } from '@jest/globals';
import { AppProvider } from '@shopify/polaris';
import { render, screen } from '@testing-library/react';
import { OutLink } from './out-link.tsx';

const linkOf = (address: string | null): string | null => {
  render(
    <AppProvider i18n={{}}>
      <OutLink address={address} label="Privacy policy" />
    </AppProvider>,
  );
  return screen.queryByRole('link')?.getAttribute('href') ?? null;
};

describe('a link that others wrote', () => {
  it.each([
    ['https://vendor.example/privacy', 'https://vendor.example/privacy'],
    ['https://vendor.example', 'https://vendor.example/'],
    ['https://vendor.example/a b"<b>', 'https://vendor.example/a%20b%22%3Cb%3E'],
  ])('%s may be followed', (address, href) => {
    expect(linkOf(address)).toBe(href);
  });

  it.each([
    [null],
    [''],
    ['https://'],
    ['https://:443'],
    ['https://vendor example'],
    ['https://vendor.example:99999'],
    ['https://[1.2.3.4]'],
    ['http://vendor.example'],
    ['//vendor.example'],
    ['/vendors'],
    ['javascript:alert(1)//https://'],
    [' javascript:alert(1)'],
    ['data:text/html,<b>'],
  ])('%s is not shown', (address) => {
    expect(linkOf(address)).toBeNull();
  });
});
