import type { ConnectLookUps, GstHome, StatedRegistrationChange, TaxProfileChange } from '../../core/api/gst.ts';
import type { RegistrationRow } from '../../core/api/settings.ts';
import type { TaxProfile } from '../../core/evidence/tax-profile.ts';
import { aStated, noLookUps } from './gst-factories.ts';

interface HeldGst {
  gst: GstHome;
  registrations: RegistrationRow[];
  /** The keys that were sent, to be looked for on the page. */
  sentKeys: string[];
}

/** The routes of /gst and /look-ups; undefined for those that are not. */
export function gstRoute(held: HeldGst, method: string, path: string, body: unknown): unknown {
  const [, folder, part, id] = path.split('/');
  switch (`${method} /${folder ?? ''}${part === undefined ? '' : `/${part}`}${id === undefined ? '' : '/:id'}`) {
    case 'GET /gst':
      return held.gst;
    case 'PATCH /gst/profile':
      return keep(held, { ...held.gst.profile, ...(body as TaxProfileChange) });
    case 'PATCH /gst/registrations/:id':
      return stated(held, id ?? '', body as StatedRegistrationChange);
    case 'GET /gst/tax-audit.csv':
    case 'GET /gst/hsn.csv':
      return `${part ?? ''}\r\n`;
    case 'GET /gst/calendar.ics':
      return 'BEGIN:VCALENDAR\r\n';
    case 'GET /look-ups':
      return held.gst.lookUps;
    case 'PUT /look-ups':
      return connect(held, body as ConnectLookUps);
    case 'DELETE /look-ups':
      held.gst = { ...held.gst, lookUps: noLookUps() };
      return null;
    case 'POST /look-ups/now':
      return asked(held);
    default:
      return undefined;
  }
}

function keep(held: HeldGst, profile: TaxProfile): TaxProfile {
  held.gst = { ...held.gst, profile };
  return profile;
}

function stated(held: HeldGst, id: string, change: StatedRegistrationChange): TaxProfile | undefined {
  const row = held.registrations.find((known) => known.id === id);
  if (!row) return undefined;
  const { profile } = held.gst;
  const before = profile.registrations.find(({ gstin }) => gstin === row.gstin) ?? aStated({ gstin: row.gstin });
  const others = profile.registrations.filter(({ gstin }) => gstin !== row.gstin);
  return keep(held, { ...profile, registrations: [...others, { ...before, ...change }] });
}

/** The service answers at once, and says that the registration was suspended. */
function asked(held: HeldGst) {
  const registry = held.gst.registry.map((entry) => ({
    ...entry,
    known: entry.known && { ...entry.known, record: { ...entry.known.record, status: 'suspended' as const } },
    asked: entry.asked && { ...entry.asked, at: '2026-11-22T13:20:00.000Z', outcome: 'known' as const },
  }));
  held.gst = { ...held.gst, registry, lookUps: { ...held.gst.lookUps, callsToday: held.gst.lookUps.callsToday + 1 } };
  return held.gst.lookUps;
}

function connect(held: HeldGst, { service, isTestMode, credentials }: ConnectLookUps) {
  const keys = Object.values(credentials);
  held.sentKeys.push(...keys);
  const lookUps = { ...held.gst.lookUps, service, isTestMode, keyEnding: `…${keys[0]?.slice(-4) ?? ''}` };
  held.gst = { ...held.gst, lookUps };
  return lookUps;
}
