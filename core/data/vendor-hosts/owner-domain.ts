/** Second labels under which countries register names: "co.in", "com.au". Source: publicsuffix.org, those met in shops. */
const COUNTRY_SECONDS: ReadonlySet<string> = new Set([
  ...[
    'co',
    'com',
    'net',
    'org',
    'gov',
    'ac',
    'edu',
    'nic',
    'res',
    'firm',
    'gen',
    'ind',
    'ne',
    'or',
    'go',
    'ltd',
    'plc',
    'me',
  ],
]);

/** Domains under which each customer has a label of her own. Source: publicsuffix.org, private section; own reading. */
const SHARED_HOSTING: ReadonlySet<string> = new Set([
  'cloudfront.net',
  'herokuapp.com',
  'herokussl.com',
  'github.io',
  'gitlab.io',
  'workers.dev',
  'pages.dev',
  'r2.dev',
  'vercel.app',
  'now.sh',
  'netlify.app',
  'netlify.com',
  'azurewebsites.net',
  'azureedge.net',
  'azurefd.net',
  'blob.core.windows.net',
  'trafficmanager.net',
  'amazonaws.com',
  'elasticbeanstalk.com',
  'awsapprunner.com',
  'web.app',
  'firebaseapp.com',
  'appspot.com',
  'run.app',
  'cloudfunctions.net',
  'storage.googleapis.com',
  'onrender.com',
  'fly.dev',
  'railway.app',
  'digitaloceanspaces.com',
  'ondigitalocean.app',
  'b-cdn.net',
  'fastly.net',
  'akamaized.net',
  'akamaihd.net',
  'edgekey.net',
  'edgesuite.net',
  'stackpathcdn.com',
  'kxcdn.com',
  'ngrok.io',
  'ngrok-free.app',
  'trycloudflare.com',
  'glitch.me',
  'repl.co',
  'replit.app',
  'surge.sh',
  'blogspot.com',
  'wordpress.com',
  'wpengine.com',
  'wixsite.com',
  'imgix.net',
  'githubusercontent.com',
  'myshopify.com',
]);

/** Of the longest of them: "blob.core.windows.net". */
const MOST_LABELS = 4;

/**
 * The part of a host that looks like one owner's: "cdn.reviews.example" to "reviews.example", "a.shop.co.in" to
 * "shop.co.in", "d111.cloudfront.net" whole. A likeness, no look-up: the list of public suffixes changes each week,
 * and for a rare one two owners stand under one name until a person parts them.
 */
export function ownerDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.+$/, '');
  // An address in digits, or in brackets, has no owner to be read from it.
  if (/^[\d.]+$/.test(name) || name.startsWith('[')) return name;
  const labels = name.split('.');
  for (let count = Math.min(labels.length, MOST_LABELS); count > 1; count -= 1) {
    const shared = last(labels, count);
    if (SHARED_HOSTING.has(shared)) return last(labels, count + tenantLabels(name, shared));
  }
  const [second, top] = labels.slice(-2);
  const isCountry = top !== undefined && top.length === 2 && COUNTRY_SECONDS.has(second ?? '');
  return last(labels, isCountry ? 3 : 2);
}

/** Amazon writes the region between tenant and domain: "bucket.s3.ap-south-1.amazonaws.com". */
function tenantLabels(name: string, shared: string): number {
  if (shared !== 'amazonaws.com') return 1;
  const before = name.slice(0, -shared.length - 1).split('.');
  const service = before.findIndex((label) => /^(s3|execute-api|elb|lambda-url)\b/.test(label));
  return service > 0 ? before.length - service + 1 : before.length;
}

const last = (labels: readonly string[], count: number): string => labels.slice(-count).join('.');
