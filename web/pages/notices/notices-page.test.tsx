import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import { aDelivery, aReader, aWebhook, NEW_SECRET, someNotices } from '../../test/notice-factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { urlFault } from './url-fault.ts';

const asRole = (role: 'owner' | 'manager' | 'viewer') => ({
  home: aHome({ me: { userId: '7', role, language: null } }),
});
const nothing = someNotices({ readers: [], webhooks: [], quietHours: null, isMailOn: false });

/** The button of a dialog stands last among those of its name. */
const press = async (user: Awaited<ReturnType<typeof openApp>>['user'], name: string) => {
  const button = (await screen.findAllByRole('button', { name })).at(-1);
  if (button) await user.click(button);
};

describe('notifications', () => {
  it.each(['en-IN', 'hi-IN'])('have no fault that axe finds: %s', async (locale) => {
    const { container } = await openApp('/notices', { deliveries: [aDelivery()] }, locale);
    await screen.findByText('m…@surahi.example');
    await screen.findByText('hooks.slack.com');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are not for viewers', async () => {
    await openApp('/notices', asRole('viewer'));
    expect(await screen.findByText(/are shown to managers and the owner/)).toBeTruthy();
    expect(screen.queryByText('m…@surahi.example')).toBeNull();
  });

  it('say what is missing while nothing is there', async () => {
    await openApp('/notices', { notices: nothing, deliveries: [] });
    for (const words of [/sends no e-mail yet/, 'Nobody gets e-mail yet.', 'No webhook yet.', /Nothing was sent yet/]) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
  });

  it('say what went wrong, and try again', async () => {
    const { held, user } = await openApp('/notices', { instead: { 'GET /notices': 'offline' } });
    expect(await screen.findByText('You are offline.')).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('m…@surahi.example')).toBeTruthy();
  });

  it.each([
    ['/settings', 'Open notifications'],
    ['/alerts', 'Notifications'],
  ])('are linked from %s', async (page, name) => {
    await openApp(page);
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toContain('/notices');
  });
});

describe('an address', () => {
  it('is added with a rule in plain words, and asked to confirm', async () => {
    const { held, told, user } = await openApp('/notices', { notices: nothing });
    await user.click(await screen.findByRole('button', { name: 'Add an address' }));
    await user.type(screen.getByLabelText('E-mail address'), 'asha@surahi.example');
    await user.selectOptions(screen.getByLabelText('How often'), 'daily');
    await user.click(screen.getByLabelText('GST'));
    await press(user, 'Add an address');
    expect(await screen.findByText('a…@surahi.example')).toBeTruthy();
    expect(screen.getByText('Security, from High on, once a day')).toBeTruthy();
    expect(screen.getByText('Not confirmed yet')).toBeTruthy();
    expect(held.sentAddresses).toEqual(['asha@surahi.example']);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Asked to confirm']);
  });

  it.each(['', 'asha', 'asha@surahi', 'a b@surahi.example', '"x"@surahi.example'])(
    'is not sent: "%s"',
    async (typed) => {
      const { held, user } = await openApp('/notices', { notices: nothing });
      await user.click(await screen.findByRole('button', { name: 'Add an address' }));
      if (typed) await user.type(screen.getByLabelText('E-mail address'), typed);
      await press(user, 'Add an address');
      expect(await screen.findByText(/Enter one address/)).toBeTruthy();
      expect(held.sentAddresses).toEqual([]);
    },
  );

  it('is not saved with a rule about nothing', async () => {
    const { held, user } = await openApp('/notices');
    await user.click(await screen.findByRole('button', { name: 'Change notifications for m…@surahi.example' }));
    for (const area of ['GST', 'Security']) await user.click(screen.getByLabelText(area));
    await press(user, 'Save');
    expect(await screen.findByText('Choose at least one.')).toBeTruthy();
    expect(held.notices.readers[0]?.rule.areas).toEqual(['gst', 'security']);
  });

  it('is asked again while it waits, and removed after a question', async () => {
    const { held, told, user } = await openApp('/notices', {
      notices: someNotices({ readers: [aReader({ state: 'waiting' })] }),
    });
    await user.click(await screen.findByRole('button', { name: 'Ask m…@surahi.example again to confirm' }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Asked again']));
    await user.click(screen.getByRole('button', { name: 'Remove m…@surahi.example' }));
    expect(await screen.findByText(/The address is deleted/)).toBeTruthy();
    expect(held.notices.readers).toHaveLength(1);
    await press(user, 'Remove');
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Asked again', 'Address removed']));
    expect(held.notices.readers).toEqual([]);
  });

  it('of an owner is the owner’s to change, and a manager makes no owners', async () => {
    const notices = someNotices({ readers: [aReader({ role: 'owner' })] });
    const { user } = await openApp('/notices', { notices, ...asRole('manager') });
    expect(await screen.findByText('Your role does not reach to change this address.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add an address' }));
    const roles = within(screen.getByLabelText('What they may see')).getAllByRole('option');
    expect(roles.map((option) => option.getAttribute('value'))).toEqual(['manager', 'viewer']);
  });
});

describe('quiet hours', () => {
  it('are kept, changed and given up', async () => {
    const { held, user } = await openApp('/notices');
    const until = await screen.findByLabelText('Until');
    await user.clear(until);
    await user.type(until, '07:30');
    await user.click(screen.getByRole('button', { name: 'Save quiet hours' }));
    await waitFor(() => expect(held.notices.quietHours).toEqual({ from: '21:00', to: '07:30' }));
    await user.click(await screen.findByLabelText('Keep quiet hours'));
    await user.click(screen.getByRole('button', { name: 'Save quiet hours' }));
    await waitFor(() => expect(held.notices.quietHours).toBeNull());
  });
});

describe('a webhook', () => {
  it('is added by the owner; its secret is shown once', async () => {
    const { container, held, user } = await openApp('/notices', { notices: nothing });
    await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    await user.type(screen.getByLabelText('Name'), 'Accounts');
    await user.type(screen.getByLabelText('Address'), 'https://hooks.example/key-of-nobody');
    await user.selectOptions(screen.getByLabelText('Shape'), 'json');
    await press(user, 'Add a webhook');
    expect(await screen.findByDisplayValue(NEW_SECRET)).toBeTruthy();
    expect(held.sentAddresses).toEqual(['https://hooks.example/key-of-nobody']);
    expect(container.innerHTML).not.toContain('key-of-nobody');
    await user.click(screen.getByRole('button', { name: 'I have copied it' }));
    await waitFor(() => expect(screen.queryByDisplayValue(NEW_SECRET)).toBeNull());
    expect(await screen.findByText('Accounts')).toBeTruthy();
  });

  it.each([
    ['', 'This is no web address.'],
    ['http://hooks.example', 'The address has to begin with https://.'],
    ['https://hooks.example:8443', 'Take the port out of the address.'],
    ['https://me:word@hooks.example', 'Take the user name and password out of the address.'],
  ])('is not sent to "%s"', async (typed, words) => {
    const { held, user } = await openApp('/notices', { notices: nothing });
    await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    await user.type(screen.getByLabelText('Name'), 'Accounts');
    if (typed) await user.type(screen.getByLabelText('Address'), typed);
    await press(user, 'Add a webhook');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(held.sentAddresses).toEqual([]);
  });

  it('that the server refuses says why at its field', async () => {
    const { user } = await openApp('/notices', {
      notices: nothing,
      instead: {
        'POST /notices/webhooks': {
          ...{ type: 'refused-target', title: 'Prahari does not post to this address.', status: 422 },
          fields: { url: 'not-a-public-name' },
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    await user.type(screen.getByLabelText('Name'), 'Accounts');
    await user.type(screen.getByLabelText('Address'), 'https://intranet.local/x');
    await press(user, 'Add a webhook');
    expect(await screen.findByText('Only hosts that everybody can reach are allowed.')).toBeTruthy();
  });

  it.each([
    [{ isDelivered: true, status: 204, code: 'sent' }, 'The receiver took it (status 204).'],
    [{ isDelivered: false, status: 500, code: 'status' }, /The receiver answered with status 500/],
    [{ isDelivered: false, status: null, code: 'timed-out' }, /No answer came in time/],
    [{ isDelivered: false, status: null, code: 'of-tomorrow' }, /The reason is not known/],
  ])('is tried, and tells what the receiver answered: %j', async (webhookTest, words) => {
    const { user } = await openApp('/notices', { webhookTest, ...asRole('manager') });
    await user.click(await screen.findByRole('button', { name: 'Send a test to Our team' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New secret for Our team' })).toBeNull();
    expect(screen.getByText(/Only the owner of the shop adds and changes webhooks/)).toBeTruthy();
  });

  it('gets a new secret, is switched off and on, and removed', async () => {
    const { held, told, user } = await openApp('/notices');
    await user.click(await screen.findByRole('button', { name: 'New secret for Our team' }));
    await press(user, 'New secret');
    expect(await screen.findByDisplayValue(NEW_SECRET)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Switch off Our team' }));
    await waitFor(() => expect(held.notices.webhooks[0]?.isOn).toBe(false));
    await user.click(await screen.findByRole('button', { name: 'Switch on Our team' }));
    await waitFor(() => expect(held.notices.webhooks[0]?.isOn).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Remove Our team' }));
    await press(user, 'Remove');
    await waitFor(() => expect(told.toasts.at(-1)?.words).toBe('Webhook removed'));
    expect(held.notices.webhooks).toEqual([]);
  });

  it('says how it stands', async () => {
    await openApp('/notices', {
      notices: someNotices({
        webhooks: [
          aWebhook({
            isOn: false,
            trouble: 'gone',
            last: { at: '2026-11-22T13:10:00.000Z', status: 410, code: 'gone' },
          }),
          aWebhook({ id: 'w2', name: 'Later', trouble: 'failing', oldSecretUntil: '2026-11-29T13:10:00.000Z' }),
        ],
      }),
    });
    expect(await screen.findByText('Switched off: the receiver said that it is gone')).toBeTruthy();
    expect(screen.getByText('The last post did not arrive')).toBeTruthy();
    expect(screen.getByText('Two secrets sign until 29 Nov 2026.')).toBeTruthy();
  });
});

describe('Shopify Flow', () => {
  it('is switched on with a rule of its own', async () => {
    const { held, told, user } = await openApp('/notices');
    await user.click(await screen.findByLabelText('Start workflows'));
    await user.selectOptions(screen.getByLabelText('From this severity on'), 'critical');
    await user.click(screen.getByRole('button', { name: 'Save: Shopify Flow' }));
    await waitFor(() => expect(held.notices.flow).toMatchObject({ isOn: true, rule: { leastSeverity: 'critical' } }));
    expect(told.toasts.map(({ words }) => words)).toEqual(['Saved for Shopify Flow']);
  });

  it('starts with the triggers that are chosen, and with one at least', async () => {
    const { held, user } = await openApp('/notices');
    await user.click(await screen.findByLabelText('Start workflows'));
    await user.click(screen.getByLabelText('Alerts'));
    expect(screen.queryByLabelText('From this severity on')).toBeNull();
    await user.click(screen.getByLabelText('New vendors'));
    const save = screen.getByRole('button', { name: 'Save: Shopify Flow' });
    await user.click(save);
    await waitFor(() => expect(held.notices.flow).toMatchObject({ isOn: true, triggers: ['gst-status-changed'] }));
    await user.click(screen.getByLabelText('Another status of a GST registration'));
    expect(screen.getByText('Choose at least one; otherwise switch it off.')).toBeTruthy();
    expect(save.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('what was sent', () => {
  it('says in words how each thing stands, and sends again what was given up', async () => {
    const { held, user } = await openApp('/notices', {
      deliveries: [
        aDelivery({ id: 'd2', state: 'parked', code: 'unreachable', attempts: 14, sentAt: null }),
        aDelivery({ id: 'd3', state: 'dropped', code: 'bounced', to: null, kind: 'weekly', alerts: 0, sentAt: null }),
        aDelivery(),
      ],
    });
    for (const words of ['Given up for now', 'The host does not answer.', '14 tries', 'The mailbox was not found.']) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
    expect(screen.getByText('Removed since')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Send again to Our team' }));
    await waitFor(() => expect(held.deliveries[0]?.state).toBe('waiting'));
    expect(await screen.findByText('Waiting')).toBeTruthy();
  });
});

describe('a typed address', () => {
  it.each([
    ['https://hooks.slack.com/services/T/B/x', null],
    [' https://hooks.example ', null],
    ['https://hooks.example:443/x', null],
    ['ftp://hooks.example', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['hooks.example', 'not-an-address'],
  ])('%s: %s', (typed, fault) => expect(urlFault(typed)).toBe(fault));
});
