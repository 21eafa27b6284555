import { describe, expect, it } from '@jest/globals';
import type { LookUpService } from '../../core/evidence/registry.ts';
import { LOOK_UP_ADAPTERS } from './index.ts';
import { NotKnown, type ServiceClient, type ServiceReply, type ServiceRequest } from './service.ts';

const GSTIN = '27AAPFU0939F1ZV';
const CREDENTIALS = {
  'x-api-key': 'key-of-the-shop',
  'x-api-secret': 'secret-of-the-shop',
  'x-client-id': 'id-of-the-shop',
  'x-client-secret': 'secret-of-the-shop',
  'x-product-instance-id': 'product-of-the-shop',
  'x-cleartax-auth-token': 'token-of-the-shop',
};

type Script = readonly (Partial<ServiceReply> & { json?: unknown })[];

/** A client that answers what the script says, in order, and keeps what it was asked. */
function scripted(script: Script, keptToken: string | null = 'a-kept-token') {
  const sent: ServiceRequest[] = [];
  const tokens: (string | null)[] = [keptToken];
  const replies = [...script];
  const client: ServiceClient = {
    credentials: CREDENTIALS,
    async send(request) {
      sent.push(request);
      const reply = replies.shift();
      if (!reply) throw new Error('asked more often than the script says');
      return { status: 200, json: undefined, retryAfterMs: null, ...reply };
    },
    session: {
      read: async () => tokens.at(-1) ?? null,
      keep: async (token) => void tokens.push(token),
      forget: async () => void tokens.push(null),
    },
  };
  return { client, sent, tokens };
}

async function outcome(service: LookUpService, script: Script): Promise<unknown> {
  try {
    const answer = await LOOK_UP_ADAPTERS[service].lookUp(GSTIN, scripted(script).client);
    return answer.kind === 'known' ? answer.record : answer.kind;
  } catch (error) {
    if (error instanceof NotKnown) return error.reason;
    throw error;
  }
}

const NOTHING = {
  legalName: null,
  tradeName: null,
  status: null,
  taxpayerKind: null,
  constitution: null,
  registeredOn: null,
  cancelledOn: null,
  principal: null,
  additional: null,
  isEInvoicing: null,
  isBlockedForEwayBill: null,
  lastUpdatedOn: null,
};

/** What no service of ours is excused from, however it words it. */
const NONSENSE: readonly (readonly [string, Partial<ServiceReply>])[] = [
  ['an HTML page', { json: undefined }],
  ['a list', { json: [] }],
  ['a text', { json: 'success' }],
  ['null', { json: null }],
  ['an empty object', { json: {} }],
  ['a redirect', { status: 302, json: {} }],
  ['not found as an address', { status: 404, json: {} }],
];

describe.each(Object.keys(LOOK_UP_ADAPTERS) as LookUpService[])('S8: answers of %s that are none', (service) => {
  it.each(NONSENSE)('%s is unexpected, and never an invalid number', async (_name, reply) => {
    expect(await outcome(service, [reply])).toBe('unexpected-shape');
  });

  it.each([
    [429, 'limited'],
    [401, 'key-refused'],
    [402, 'payment-needed'],
    [502, 'unreachable'],
  ])('HTTP %d is %s', async (status, reason) => {
    const { client } = scripted([{ status, retryAfterMs: 7_000 }], null);
    const asked = LOOK_UP_ADAPTERS[service].lookUp(GSTIN, client);
    await expect(asked).rejects.toMatchObject({ name: 'NotKnown', reason, retryAfterMs: 7_000 });
  });

  it('names no key and no number in what it throws', async () => {
    const { client } = scripted([{ json: { message: CREDENTIALS, data: { gstin: GSTIN } } }]);
    const error: unknown = await LOOK_UP_ADAPTERS[service].lookUp(GSTIN, client).catch((thrown: unknown) => thrown);
    const words = `${String(error)} ${JSON.stringify(error)}`;
    for (const secret of [...Object.values(CREDENTIALS), GSTIN, 'a-kept-token']) expect(words).not.toContain(secret);
  });

  it('puts no key into the address', async () => {
    const { client, sent } = scripted([{ json: {} }]);
    await LOOK_UP_ADAPTERS[service].lookUp(GSTIN, client).catch(() => undefined);
    expect(sent.length).toBeGreaterThan(0);
    for (const { path } of sent) for (const key of Object.values(CREDENTIALS)) expect(path).not.toContain(key);
  });
});

describe('sandbox.co.in', () => {
  const gstn = {
    gstin: GSTIN,
    lgnm: 'UDYAMI INVENTED',
    tradeNam: 'Vastra Niketan (invented)',
    sts: 'Active',
    dty: 'Regular',
    ctb: 'Partnership',
    rgdt: '01/07/2017',
    cxdt: '',
    lstupdt: '05/02/2024',
    einvoiceStatus: 'Yes',
    pradr: { addr: { st: 'Invented Mill Lane', pncd: '400013', stcd: 'Maharashtra' }, ntr: 'Retail Business' },
    adadr: [{ addr: { pncd: '421302', stcd: 'Maharashtra' } }, { addr: { pncd: '', stcd: '' } }],
  };
  const search = (data: unknown, status = 200) => ({ status, json: { code: status, data } });
  const whole = {
    ...NOTHING,
    legalName: 'UDYAMI INVENTED',
    tradeName: 'Vastra Niketan (invented)',
    status: 'active',
    taxpayerKind: 'regular',
    constitution: 'Partnership',
    registeredOn: '2017-07-01',
    principal: { pin: '400013', stateCode: '27' },
    additional: [{ pin: '421302', stateCode: '27' }],
    isEInvoicing: true,
    lastUpdatedOn: '2024-02-05',
  };

  it.each<[string, unknown, unknown]>([
    ['a record', gstn, whole],
    ['a status with more words', { ...gstn, sts: 'Cancelled suo-moto' }, { ...whole, status: 'cancelled' }],
    ['a status that nobody knows', { ...gstn, sts: 'Frozen' }, { ...whole, status: null }],
    ['a date form that nobody knows', { ...gstn, rgdt: '1 Jul 2017' }, { ...whole, registeredOn: null }],
    ['a year that no registration has', { ...gstn, rgdt: '01/07/9999' }, { ...whole, registeredOn: null }],
    ['a date with a dash', { ...gstn, cxdt: '31-10-2026' }, { ...whole, cancelledOn: '2026-10-31' }],
    ['absent as NA', { ...gstn, tradeNam: 'NA', cxdt: 'NA' }, { ...whole, tradeName: null }],
    ['absent as null', { ...gstn, tradeNam: null }, { ...whole, tradeName: null }],
    [
      'a State that nobody knows',
      { ...gstn, adadr: [{ addr: { pncd: '421302', stcd: 'Utopia' } }] },
      { ...whole, additional: [{ pin: '421302', stateCode: null }] },
    ],
    ['one line of address', { ...gstn, pradr: { adr: '14, Andhra Road, Mumbai, Maharashtra, 400013' } }, whole],
    ['no word of further places', { ...gstn, adadr: undefined }, { ...whole, additional: null }],
    ['no further places', { ...gstn, adadr: [] }, { ...whole, additional: [] }],
    [
      'numbers where texts belong',
      { ...gstn, lgnm: 7, pradr: { addr: { pncd: 400013, stcd: 'MAHARASHTRA' } } },
      { ...whole, legalName: null },
    ],
    ['a name that turns the text', { ...gstn, lgnm: 'Meera\u202Eexe' }, { ...whole, legalName: 'Meeraexe' }],
    ['another number', { ...gstn, gstin: '27AAAAA0000A1Z2' }, 'unexpected-shape'],
    ['a record that says nothing', { gstin: GSTIN }, 'unexpected-shape'],
  ])('reads %s', async (_name, data, expected) => {
    expect(await outcome('sandbox-co-in', [search({ data, status_cd: '1' })])).toEqual(expected);
  });

  it.each([
    ['FO8000', 'not-found'],
    ['SWEB_9035', 'not-found'],
    ['GSPGSTDOWN', 'source-down'],
    ['GSPERR300', 'source-down'],
    ['SWEB_9000', 'unexpected-shape'], // not about the number
  ])('reads the failure %s inside HTTP 200', async (error_code, expected) => {
    const failure = { status_cd: '0', error: { error_code, message: 'No records found' } };
    expect(await outcome('sandbox-co-in', [search(failure)])).toBe(expected);
  });

  it('takes a failure without a code for no news', async () => {
    expect(await outcome('sandbox-co-in', [search({ status_cd: '0', data: gstn })])).toBe('unexpected-shape');
  });

  it('knows numbers that it does not look up, and a GST system that is away', async () => {
    expect(await outcome('sandbox-co-in', [search({}, 422)])).toBe('not-supported');
    expect(await outcome('sandbox-co-in', [search({}, 503)])).toBe('source-down');
  });

  it('signs in once, without "Bearer" afterwards, and keeps the token', async () => {
    const answers = [{ json: { data: { access_token: 'a-new-token' } } }, search({ data: gstn, status_cd: '1' })];
    const { client, sent, tokens } = scripted(answers, null);
    await LOOK_UP_ADAPTERS['sandbox-co-in'].lookUp(GSTIN, client);
    expect(sent.map(({ path, isFree }) => [path, isFree ?? false])).toEqual([
      ['/authenticate', true],
      ['/gst/compliance/public/gstin/search', false],
    ]);
    expect(sent[1]?.headers).toMatchObject({ authorization: 'a-new-token', 'x-api-key': 'key-of-the-shop' });
    expect(tokens).toEqual([null, 'a-new-token']);
  });

  it('signs in again when the token died early, once', async () => {
    const signIn = { json: { access_token: 'a-new-token' } };
    const good = scripted([{ status: 403 }, signIn, search({ data: gstn, status_cd: '1' })]);
    expect(await LOOK_UP_ADAPTERS['sandbox-co-in'].lookUp(GSTIN, good.client)).toMatchObject({ kind: 'known' });
    expect(good.sent[2]?.headers).toMatchObject({ authorization: 'a-new-token' });
    const bad = scripted([{ status: 403 }, signIn, { status: 403 }]);
    await expect(LOOK_UP_ADAPTERS['sandbox-co-in'].lookUp(GSTIN, bad.client)).rejects.toMatchObject({
      reason: 'key-refused',
    });
    const refused = scripted([{ status: 403 }, { status: 403 }]);
    await expect(LOOK_UP_ADAPTERS['sandbox-co-in'].lookUp(GSTIN, refused.client)).rejects.toMatchObject({
      reason: 'key-refused',
    });
  });

  it.each([undefined, 'short', 'with blank and\nline end', 7])('takes no token like %j', async (access_token) => {
    const { client } = scripted([{ json: { data: { access_token } } }], null);
    await expect(LOOK_UP_ADAPTERS['sandbox-co-in'].lookUp(GSTIN, client)).rejects.toMatchObject({
      reason: 'unexpected-shape',
    });
  });

  describe('returns', () => {
    const filing = {
      valid: 'Y',
      mof: 'ONLINE',
      dof: '10-11-2026',
      rtntype: 'GSTR1',
      ret_prd: '102026',
      status: 'Filed',
    };
    const returns = (data: unknown) => {
      const { client } = scripted([{ json: { data } }]);
      return LOOK_UP_ADAPTERS['sandbox-co-in'].returns?.(GSTIN, '2026-27', client);
    };

    it('are forms, months and days', async () => {
      const rows = [
        filing,
        { ...filing, rtntype: 'GSTR-3B', ret_prd: '092026', dof: '19-10-2026' },
        { ...filing, dof: 'soon' },
        { ...filing, ret_prd: '132026' },
        { ...filing, status: 'Submitted' },
        { ...filing, valid: 'N' },
        'a text',
        null,
      ];
      expect(await returns({ data: { EFiledlist: rows }, status_cd: '1' })).toEqual([
        { form: 'GSTR1', period: '2026-10', filedOn: '2026-11-10' },
        { form: 'GSTR3B', period: '2026-09', filedOn: '2026-10-19' },
        { form: 'GSTR1', period: '2026-10', filedOn: null },
      ]);
    });

    it('are none when none were filed, and unknown when the answer is odd', async () => {
      expect(await returns({ status_cd: '0', error: { error_code: 'RET13510' } })).toEqual([]);
      await expect(returns({ data: {}, status_cd: '1' })).rejects.toMatchObject({ reason: 'unexpected-shape' });
      await expect(returns({ status_cd: '0', error: { error_code: 'GSPGSTDOWN' } })).rejects.toMatchObject({
        reason: 'source-down',
      });
    });
  });
});

describe('cashfree', () => {
  const exists = {
    GSTIN,
    legal_name_of_business: 'UDYAMI INVENTED',
    trade_name_of_business: '',
    date_of_registration: '2017-07-01',
    constitution_of_business: 'Partnership',
    taxpayer_type: 'Composition',
    gst_in_status: 'Suspended',
    last_update_date: '2024-02-05',
    principal_place_address: '14, Invented Mill Lane, Mumbai, Maharashtra, 400013',
    principal_place_split_address: { pincode: '', state: '' },
    additional_address_array: [{ address: 'Gala 7, Bhiwandi, Maharashtra, 421302', split_address: {} }],
    valid: true,
  };
  const whole = {
    ...NOTHING,
    legalName: 'UDYAMI INVENTED',
    status: 'suspended',
    taxpayerKind: 'composition',
    constitution: 'Partnership',
    registeredOn: '2017-07-01',
    principal: { pin: '400013', stateCode: '27' },
    additional: [{ pin: '421302', stateCode: '27' }],
    lastUpdatedOn: '2024-02-05',
  };

  it.each<[string, Script, unknown]>([
    ['a record', [{ json: exists }], whole],
    ['a record that calls itself invalid', [{ json: { ...exists, valid: 'false' } }], whole], // the name is not confirmed
    ['a number that does not exist', [{ json: { GSTIN, valid: false, message: "GSTIN Doesn't Exist" } }], 'not-found'],
    ['the same by its words alone', [{ json: { GSTIN, message: 'Invalid GSTIN' } }], 'not-found'],
    ['neither data nor a word', [{ json: { GSTIN, valid: true } }], 'unexpected-shape'],
    ['another number', [{ json: { ...exists, GSTIN: '27AAAAA0000A1Z2' } }], 'unexpected-shape'],
    ['odd places', [{ json: { ...exists, additional_address_array: [null, 7, 'x'] } }], { ...whole, additional: [] }],
    ['a key of the test host', [{ status: 400, json: { type: 'authentication_error' } }], 'key-refused'],
    ['an address that is not on the list', [{ status: 403 }], 'key-refused'],
    ['no balance, one way', [{ status: 412 }], 'payment-needed'],
    ['no balance, the other way', [{ status: 422 }], 'payment-needed'],
    ['the GST system away', [{ status: 520 }], 'source-down'],
  ])('reads %s', async (_name, script, expected) => {
    expect(await outcome('cashfree', script)).toEqual(expected);
  });

  it('does not tell returns', () => expect(LOOK_UP_ADAPTERS.cashfree.returns).toBeUndefined());
});

describe('setu', () => {
  const data = {
    gst: { id: GSTIN, registrationDate: '01/07/2017', dateOfCancellation: '', lastUpdatedDate: '05/02/2024' },
    company: { name: 'UDYAMI INVENTED', tradeName: 'NA', status: 'Active', taxPayerType: 'SEZ Unit' },
    address: { principle: { pinCode: '400013', stateCode: 'Maharashtra' }, additional: [] },
  };
  const whole = {
    ...NOTHING,
    legalName: 'UDYAMI INVENTED',
    status: 'active',
    taxpayerKind: 'sez',
    registeredOn: '2017-07-01',
    principal: { pin: '400013', stateCode: '27' },
    additional: [],
    lastUpdatedOn: '2024-02-05',
  };
  const success = { verification: 'success' };

  it.each<[string, Script, unknown]>([
    ['a record', [{ json: { ...success, data } }], whole],
    ['a record that calls itself failed', [{ json: { verification: 'failed', data } }], whole],
    [
      '"success" for an invalid number',
      [{ json: { ...success, message: 'Invalid GSTIN / UID', data: {} } }],
      'not-found',
    ],
    ['"success" without data', [{ json: success }], 'unexpected-shape'],
    ['data without the number', [{ json: { ...success, data: { company: data.company } } }], 'unexpected-shape'],
    ['another number', [{ json: { data: { ...data, gst: { id: '27AAAAA0000A1Z2' } } } }], 'unexpected-shape'],
    ['the GST system away', [{ status: 500, json: { error: { code: 'upstream_error_response' } } }], 'source-down'],
    ['its own failure', [{ status: 500, json: { error: { code: 'internal' } } }], 'unreachable'],
  ])('reads %s', async (_name, script, expected) => {
    expect(await outcome('setu', script)).toEqual(expected);
  });
});

describe('cleartax', () => {
  const info = { gstin: GSTIN, pan: 'AAPFU0939F', legalBusinessName: 'UDYAMI INVENTED', tradeName: 'Vastra Niketan' };

  it.each<[string, Script, unknown]>([
    [
      'names',
      [{ json: { taxpayerInfo: info } }],
      { ...NOTHING, legalName: 'UDYAMI INVENTED', tradeName: 'Vastra Niketan' },
    ],
    ['a number that does not exist', [{ json: { taxpayerInfo: null } }], 'not-found'],
    ['no word of it', [{ json: { requestId: 'x' } }], 'unexpected-shape'],
    ['another number', [{ json: { taxpayerInfo: { ...info, gstin: '27AAAAA0000A1Z2' } } }], 'unexpected-shape'],
    [
      'empty names',
      [{ json: { taxpayerInfo: { ...info, legalBusinessName: '', tradeName: 'NA' } } }],
      'unexpected-shape',
    ],
  ])('reads %s', async (_name, script, expected) => {
    expect(await outcome('cleartax', script)).toEqual(expected);
  });
});
