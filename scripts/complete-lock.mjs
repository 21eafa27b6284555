/**
 * Adds to package-lock.json a placeholder for each optional platform package that the lock does not name.
 *
 * npm leaves an optional package out of the lock when the registry it was made against does not have it (builds for
 * systems that nobody here uses), and then a plain `npm ci` refuses the lock: "Missing: NAME from lock file".
 * A placeholder carries no integrity, so a machine of that platform still fetches the package by name and version.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const OPERATING_SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  riscv64: 'riscv64',
  s390x: 's390x',
  ppc64: 'ppc64',
  loong64: 'loong64',
  wasm32: 'wasm32',
  mips64el: 'mips64el',
};

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name) || !/^\d+\.\d+\.\d+/.test(range)) continue;
    const place = path === '' ? `node_modules/${name}` : hoisted(path, name);
    lock.packages[place] = placeholder(name, range, entry.dev === true);
    added.push(`${name}@${range}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock is complete.' : `Added ${added.length} placeholders: ${added.join(', ')}`);

/** npm looks for a dependency beside the package, then in each folder above it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** At the top, unless another version of the same package stands there already. */
function hoisted(path, name) {
  const top = `node_modules/${name}`;
  return lock.packages[top] ? `${path}/node_modules/${name}` : top;
}

function placeholder(name, version, dev) {
  const words = name.split(/[/-]/);
  const os = OPERATING_SYSTEMS.filter((system) => words.includes(system));
  const cpu = words.map((word) => PROCESSORS[word]).filter(Boolean);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') || words.includes('glibc') ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
