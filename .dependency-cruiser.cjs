// Who may import whom. The order of the libs: contracts < platform < messaging < database < service < testing;
// embedded stands on platform alone, client on nothing.
const LIBS = ['contracts', 'platform', 'messaging', 'database', 'service', 'testing'];
const TEST_CODE = ['\\.(spec|testing)\\.ts$', '^libs/testing/', '^test/'];

/** No lib knows the libs above it. */
const libOrder = LIBS.map((lib, at) => ({
  name: `lib-order-${lib}`,
  comment: `libs/${lib} may import only: ${LIBS.slice(0, at).join(', ') || 'no other lib'}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: lib === 'testing' ? undefined : TEST_CODE },
  to: {
    path: '^libs/',
    pathNot: [...LIBS.slice(0, at + 1), ...(lib === 'testing' ? ['embedded', 'client'] : [])].map(
      (known) => `^libs/${known}/`,
    ),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'app-imports-app',
      comment: 'An app is the unit of deployment: only standalone composes apps; they meet over the bus.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: ['^apps/standalone/', '\\.spec\\.ts$'] },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'lib-imports-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    ...libOrder,
    {
      name: 'lib-order-embedded',
      comment: 'libs/embedded may import only platform.',
      severity: 'error',
      from: { path: '^libs/embedded/', pathNot: TEST_CODE },
      to: { path: '^libs/', pathNot: '^libs/(embedded|platform)/' },
    },
    {
      name: 'lib-order-client',
      comment:
        'libs/client is for those outside: it imports no other lib, and nothing of ours but tests imports it.',
      severity: 'error',
      from: { path: '^libs/client/', pathNot: TEST_CODE },
      to: { path: '^(apps|libs)/', pathNot: '^libs/client/' },
    },
    {
      name: 'lib-by-its-index',
      comment: 'From outside, a lib is its index: import @relata/<lib>.',
      severity: 'error',
      from: { path: '^(apps/[^/]+|libs/[^/]+|test|bench|examples|scripts)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/'] },
    },
    {
      name: 'index-from-inside',
      comment: 'Inside a lib, import the file that has it: the index is for those outside.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'test-code-in-production',
      comment: 'What serves users does not import tests or their helpers.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: 'dev-dependency-in-production',
      comment: 'An image holds `dependencies` alone.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports it and it imports nothing: dead code?',
      severity: 'error',
      from: { orphan: true, path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '\\.d\\.ts$', '/main\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types alone count: a cycle of types is a cycle for the reader.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
    cache: { folder: '.cache/depcruise', strategy: 'content' },
  },
};
