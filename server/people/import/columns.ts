import { IMPORT_FIELDS, type ImportField } from '../../../core/api/people.ts';

/**
 * Headers by which a field is known, without blanks and signs, in lower case. Shopify does not publish the columns of its
 * users export (unverified): several spellings of each are tried, and what is not found is said.
 */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    ...['email', 'emailaddress', 'emailid', 'useremail', 'mail', 'mailid', 'primaryemail', 'userprincipalname'],
    ...['loginemail', 'login', 'loginid', 'username', 'userid', 'user', 'ईमेल', 'ईमेलपता', 'लॉगिन'],
  ],
  name: [
    'name',
    'fullname',
    'displayname',
    'staffname',
    'staff',
    'employee',
    'employeename',
    'person',
    'नाम',
    'firstname',
  ],
  role: ['role', 'roles', 'jobtitle', 'designation', 'title', 'permissions', 'accesslevel', 'access', 'भूमिका', 'पद'],
  isActive: ['status', 'active', 'accountstatus', 'userstatus', 'state', 'enabled', 'isactive', 'स्थिति', 'सक्रिय'],
  isOwner: ['owner', 'storeowner', 'shopowner', 'accountowner', 'isowner', 'isshopowner', 'मालिक'],
  kind: ['type', 'usertype', 'accounttype', 'kind', 'membertype', 'प्रकार'],
  secondFactor: [
    ...['secondfactor', 'twostepauthentication', 'twostepverification', 'twofactorauthentication', 'twofactor'],
    ...['2stepauthentication', '2stepverification', '2factorauthentication', '2fa', '2sv', '2fastatus', 'mfa'],
    ...['mfastatus', 'mfamethod', 'twostep', '2step', 'tfa', 'tfaenabled', 'authenticationmethod'],
    ...['दोचरणसत्यापन', 'दोचरणीयसत्यापन', 'दूसराकारक'],
  ],
  isSecondFactorEnforced: [
    ...['secondfactorrequired', 'twostepauthenticationrequired', 'twosteprequired', '2steprequired', '2farequired'],
    ...['2faenforced', 'mfarequired', 'mfaenforced', 'enforced', '2svenforced', 'requiretwostepauthentication'],
  ],
  lastSignInAt: [
    ...['lastlogin', 'lastlogintime', 'lastloginat', 'lastlogindate', 'lastsignin', 'lastsignintime', 'lastseen'],
    ...['lastactive', 'lastactivity', 'lastaccess', 'lastaccessed', 'अंतिमलॉगिन', 'पिछलालॉगिन'],
  ],
};
const LAST_NAMES = new Set(['lastname', 'surname', 'familyname', 'उपनाम']);

export type Columns = Readonly<Partial<Record<ImportField, string>>>;

/** The column of each field: as the person set it ("" for none), else the first whose header is known. */
export function columnsOf(headers: readonly string[], chosen: Columns): Columns {
  const columns: Partial<Record<ImportField, string>> = {};
  const taken = new Set(Object.values(chosen));
  for (const field of IMPORT_FIELDS) {
    const wished = chosen[field];
    if (wished !== undefined) {
      if (wished !== '') columns[field] = wished;
      continue;
    }
    const found = HEADERS[field]
      .map((known) => headers.find((header) => plain(header) === known && !taken.has(header)))
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  return columns;
}

/** Where the second half of a name stands, when the first half has a column of its own. */
export function lastNameColumn(headers: readonly string[], { name }: Columns): string | null {
  if (name === undefined || plain(name) !== 'firstname') return null;
  return headers.find((header) => LAST_NAMES.has(plain(header))) ?? null;
}

/** "Two-step authentication" and "two_step_authentication" are one. Vowel signs of Hindi are marks and stay. */
const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
