/** The arrows of docs/architecture.md. A lower floor never imports a higher one. */
const CORE_FLOORS = [
  'csv',
  'data',
  'gst',
  'verify',
  'evidence',
  'passwords',
  'pii',
  'headers',
  'mail',
  'code',
  'people',
  'breach',
  'scripts',
  'vendors',
  'checks',
];

/** Inside core each floor may import itself and the floors before it. */
const coreFloors = CORE_FLOORS.map((floor, height) => ({
  name: `core-${floor}-imports-no-higher-floor`,
  severity: 'error',
  from: { path: `^core/${floor}/` },
  to: {
    path: `^core/((${CORE_FLOORS.slice(height + 1).join('|') || 'no-such-folder'})/|(evaluate|reconcile|score|judge)\\.ts$)`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-imports-nothing-outside-core',
      severity: 'error',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^core/' },
    },
    {
      name: 'web-imports-core-only',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|embedded|sandbox|test|scripts)/' },
    },
    {
      name: 'server-imports-core-only',
      severity: 'error',
      from: { path: '^server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(web|embedded|sandbox|test|scripts)/' },
    },
    {
      name: 'extensions-import-core-only',
      severity: 'error',
      from: { path: '^extensions/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|web|embedded|sandbox|test|scripts)/' },
    },
    {
      name: 'nothing-imports-embedded-sandbox-or-test',
      severity: 'error',
      from: { pathNot: '(^(embedded|sandbox|test|scripts)/|\\.test\\.tsx?$)' },
      to: { path: '^(embedded|sandbox|test)/' },
    },
    {
      name: 'embedded-stands-alone',
      severity: 'error',
      from: { path: '^embedded/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(core|server|web|sandbox|test|scripts)/' },
    },
    {
      name: 'sandbox-imports-core-only',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(server|web|embedded|test|scripts)/' },
    },
    {
      name: 'the-command-needs-core-alone',
      severity: 'error',
      from: { path: '^server/cli/prahari/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(core/|server/cli/prahari/)', dependencyTypesNot: ['core'] },
    },
    {
      // What is told of verdicts stands above them: no floor, and nothing that judges, knows that anybody is told.
      name: 'nothing-in-core-imports-what-is-told',
      severity: 'error',
      from: { path: '^core/', pathNot: '^core/(notices|report|audit|api)/|\\.test\\.ts$' },
      to: { path: '^core/(notices|report|audit)/' },
    },
    ...coreFloors,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
