/**
 * Parts before the @ that name a role, not a person. Source: RFC 2142 (mailbox names for common services), and those that
 * Indian shops commonly add.
 */
const ROLES: ReadonlySet<string> = new Set([
  ...['abuse', 'accounting', 'accounts', 'account', 'admin', 'administrator', 'billing', 'bookings', 'business'],
  ...['care', 'careers', 'catalog', 'catalogue', 'contact', 'contactus', 'customercare', 'customerservice', 'delivery'],
  ...['design', 'desk', 'dispatch', 'dispatches', 'enquiries', 'enquiry', 'feedback', 'finance', 'frontdesk', 'gst'],
  ...['hello', 'help', 'helpdesk', 'hostmaster', 'hr', 'info', 'inquiry', 'inventory', 'invoice', 'invoices', 'it'],
  ...['jobs', 'legal', 'logistics', 'mail', 'mailer', 'marketing', 'media', 'namaste', 'newsletter', 'noreply'],
  ...['office', 'online', 'operations', 'ops', 'order', 'orders', 'packing', 'partners', 'payments', 'post'],
  ...['postmaster', 'press', 'privacy', 'purchase', 'purchases', 'reception', 'refunds', 'reply', 'returns', 'root'],
  ...['sales', 'sale', 'security', 'seller', 'service', 'services', 'shipping', 'shop', 'social', 'staff', 'store'],
  ...['studio', 'support', 'team', 'tech', 'user', 'vendor', 'vendors', 'warehouse', 'web', 'webmaster', 'wholesale'],
]);

/** Whether an address is a role's: "info@", "sales.team@", "support2@". A log-in without @ is judged by itself. */
export function isGenericMailbox(login: string): boolean {
  const at = login.lastIndexOf('@');
  const local = (at === -1 ? login : login.slice(0, at)).trim().toLowerCase().split('+')[0] ?? '';
  const words = local.split(/[._\-\d]+/).filter(Boolean);
  if (words.length === 0) return false;
  return words.every((word) => ROLES.has(word)) || ROLES.has(words.join(''));
}
