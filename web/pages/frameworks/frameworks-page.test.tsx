import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles, textOf } from '../../test/saved-files.ts';
import { aSecurityBoard } from '../../test/security-factories.ts';

const ONE_FAILS = aSecurityBoard((id) => (id === 'EDU-01' ? 'fail' : id === 'EDU-02' ? 'none' : 'pass'));

const rowOf = (item: string) =>
  screen.getByRole('rowheader', { name: (name) => name.split(' ')[0] === item }).closest('tr') as HTMLElement;

describe('the frameworks page', () => {
  it('shows each number with the controls that speak for it, and how they stand', async () => {
    await openApp('/security/frameworks', { security: ONE_FAILS });
    await screen.findByRole('table');
    const row = rowOf('AT');
    const link = within(row).getByRole('link', { name: 'Security basics training valid' });
    expect(link.getAttribute('href')).toBe('/security/1#EDU-02');
    expect(within(row).getByText('Not assessed')).toBeTruthy();
  });

  it('marks the codes that were not confirmed', async () => {
    await openApp('/security/frameworks', { security: ONE_FAILS });
    await screen.findByRole('table');
    expect(within(rowOf('ACIM')).getByText('Number not confirmed')).toBeTruthy();
    expect(within(rowOf('AT')).queryByText('Number not confirmed')).toBeNull();
  });

  it('calls nothing compliant', async () => {
    const { container } = await openApp('/security/frameworks');
    await screen.findByRole('table');
    expect(container.textContent).not.toMatch(/complian/i);
    expect(container.textContent).toContain('It is evidence for an auditor, not a verdict.');
  });

  it('changes the list, keeps it in the address, and exports what is shown', async () => {
    const files = savedFiles();
    const { user } = await openApp('/security/frameworks', { security: ONE_FAILS });
    await user.selectOptions(await screen.findByLabelText('Framework'), 'ISO');
    expect(globalThis.location.search).toBe('?list=ISO');
    expect(within(rowOf('A.5.16')).getByText('Failed')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Export as CSV' })[0] as HTMLElement);
    await waitFor(() => expect(files).toHaveLength(1));
    expect(await textOf(files[0])).toContain('A.5.16,EDU-01 Register of people with access,1,Failed');
  });

  it('takes a list that it does not know for the first one', async () => {
    await openApp('/security/frameworks?list=%3Cscript%3E');
    expect(await screen.findByRole('rowheader', { name: /^AT/ })).toBeTruthy();
  });

  it('says before the first check that nothing is assessed', async () => {
    await openApp('/security/frameworks', { security: aSecurityBoard(() => 'none', { takenAt: null }) });
    expect(await screen.findByText('Nothing was checked yet: every control reads as not assessed.')).toBeTruthy();
  });

  it.each(['en-IN', 'hi-IN'])('is sound for axe in %s', async (locale) => {
    const { container } = await openApp('/security/frameworks', { security: ONE_FAILS }, locale);
    await screen.findByRole('table');
    expect(await axeFindings(container)).toEqual([]);
  });
});
