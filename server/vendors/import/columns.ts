/** What a list may tell of a vendor. */
export const VENDOR_COLUMNS = ['name', 'handle', 'hosts', 'purpose', 'owner', 'data', 'scopes', 'kind'] as const;
export type VendorColumn = (typeof VENDOR_COLUMNS)[number];

/** Headers by which a column is known, without blanks and signs, in lower case; our own export's are among them. */
const HEADERS: Readonly<Record<VendorColumn, readonly string[]>> = {
  name: [
    ...['name', 'app', 'appname', 'apptitle', 'vendor', 'vendorname', 'company', 'firm', 'provider', 'supplier'],
    ...['application', 'tool', 'service', 'title', 'नाम', 'ऐप', 'ऐपकानाम', 'विक्रेता', 'प्रदाता', 'कंपनी', 'सेवा'],
  ],
  handle: ['handle', 'apphandle', 'slug', 'appslug', 'identifier', 'हैंडल'],
  hosts: [
    ...['hosts', 'host', 'hostname', 'hostnames', 'domain', 'domains', 'website', 'site', 'url', 'urls', 'link', 'web'],
    ...['websiteurl', 'address', 'होस्ट', 'वेबसाइट', 'डोमेन', 'पता', 'लिंक'],
  ],
  purpose: [
    ...['purpose', 'use', 'usedfor', 'reason', 'why', 'description', 'whatitdoes', 'whatfor', 'function'],
    ...['उद्देश्य', 'काम', 'किसलिए', 'विवरण', 'कारण'],
  ],
  owner: [
    ...['owner', 'internalowner', 'responsible', 'responsibleperson', 'contactperson', 'managedby', 'team'],
    ...['मालिक', 'ज़िम्मेदार', 'जिम्मेदार', 'ज़िम्मेदारव्यक्ति', 'जिम्मेदारव्यक्ति'],
  ],
  data: [
    ...['data', 'dataclass', 'dataclasses', 'dataittouches', 'datatouched', 'dataaccessed', 'datatypes'],
    ...['डेटा', 'डाटा', 'डेटाकेप्रकार'],
  ],
  scopes: ['scopes', 'scope', 'permissions', 'permission', 'accessscopes', 'access', 'अनुमतियाँ', 'अनुमति', 'अनुमतियां'],
  kind: ['kind', 'type', 'vendortype', 'category', 'प्रकार', 'श्रेणी'],
};

/** Any of these says that the first line is one of headers. */
const NAMING: readonly VendorColumn[] = ['name', 'handle', 'hosts'];

export type VendorColumns = Readonly<Partial<Record<VendorColumn, number>>>;

/** Where each column stands; null: the line holds no headers, so the list has none. */
export function vendorColumns(headers: readonly string[]): VendorColumns | null {
  const plainHeaders = headers.map(plain);
  const columns: Partial<Record<VendorColumn, number>> = {};
  const taken = new Set<number>();
  for (const column of VENDOR_COLUMNS) {
    const place = HEADERS[column]
      .map((known) => plainHeaders.findIndex((header, at) => header === known && !taken.has(at)))
      .find((at) => at >= 0);
    if (place === undefined) continue;
    columns[column] = place;
    taken.add(place);
  }
  return NAMING.some((column) => columns[column] !== undefined) ? columns : null;
}

/** "App name" and "app_name" are one. Vowel signs of Hindi are marks and stay. */
const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
