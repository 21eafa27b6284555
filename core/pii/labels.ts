/** Words that stand before a number and say what it is. */
const LABELS = {
  card: /(?:\bcards?|\bcc|\bvisa|\bmaster ?card|\brupay|\bamex|\bmaestro|\bdiners(?: club)?|\bdebit|\bcredit|कार्ड)/,
  aadhaar: /(?:\baadh?aa?r|\badh?aa?r|\baadhar|\buidai?|आधार)(?: ?card)?/,
  pan: /(?:\bpan(?: ?card)?|पैन(?: ?कार्ड)?)/,
  parcel: /(?:\bawb|\btracking|\bdocket|\bwaybill|\bway bill|\bconsignment|\bshipment|\bcourier|\bimei|\bserial|ट्रैकिंग)/,
  other:
    /(?:\border|\binvoice|\bbill|\bean|\bisbn|\bupc|\bgtin|\bbarcode|\bsku|\bphone|\bmobile|\bmob|\bwhatsapp|\btel|\bcontact|\bcall|\bfax|\butr|\brrn|\bupi|\btxn|\btransaction|\bref(?:erence)?|\ba\/c|\bacc(?:oun)?t|\bbank|\bifsc|\bgstin|\bgst|\birn|\back|\bcoupon|\bvoucher|\bcin|\budyam|\bfssai|\bhsn|\bticket|\bbooking|\btrip|\bpnr|\bvin|\bbatch|\blot|\bmodel|\bpart|\bitem|\bproduct|\bvariant|\bcustomer|\buser|\border_id|\btime(?:stamp)?|\bepoch|फ़ोन|फोन|मोबाइल|ऑर्डर|खाता)/,
} as const;
export type Label = keyof typeof LABELS;

/** What may stand between a label and its number: "No.", "number is:", "#". */
const JOINING = new Set([
  '',
  's',
  'no',
  'nos',
  'nr',
  'num',
  'number',
  'id',
  'ids',
  'is',
  'was',
  'code',
  'details',
  'नंबर',
  'नं',
  'संख्या',
]);
const GAP = /[\s:#.=_/>|"'()[\]{}–-]+/;
const REACH = 48;

/** What the words right before a number say that it is; null where they say nothing. */
export function labelBefore(text: string, at: number): Label | null {
  const before = text.slice(Math.max(0, at - REACH), at).toLowerCase();
  let best: { readonly label: Label; readonly end: number } | null = null;
  for (const label of Object.keys(LABELS) as Label[]) {
    for (const match of before.matchAll(new RegExp(LABELS[label].source, 'g'))) {
      const end = match.index + match[0].length;
      if (end > (best?.end ?? -1) && joins(before.slice(end))) best = { label, end };
    }
  }
  return best?.label ?? null;
}

/** Whether words of this kind stand anywhere shortly before the number. */
export function speaksOf(label: Label, text: string, at: number): boolean {
  return LABELS[label].test(text.slice(Math.max(0, at - REACH), at).toLowerCase());
}

function joins(between: string): boolean {
  return between.split(GAP).every((word) => JOINING.has(word));
}
