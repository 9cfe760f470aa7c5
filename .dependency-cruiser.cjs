// The arrows of the house, each with its reason. Type-only imports are not arrows: they vanish.
const audience = (one) => ({
  name: `${one}-pages-stand-alone`,
  comment:
    'An audience never imports another audience’s pages: what one side sees must not leak into the other’s by convenience.',
  severity: 'error',
  from: { path: `/${one}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^src/[^/]+/(${['desk', 'family', 'public', 'officer'].filter((other) => other !== one).join('|')})/` },
});
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle has no bottom to start reading from.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-law-is-pure',
      comment: 'The law knows calendars and citations and nothing of ours, so anybody can check it.',
      severity: 'error',
      from: { path: '^src/law/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|database)/', pathNot: '^src/law/' },
    },
    {
      name: 'the-law-uses-only-temporal',
      comment: 'No database, clock or HTTP below the law.',
      severity: 'error',
      from: { path: '^src/law/', pathNot: '\\.test\\.ts$|/for-tests\\.ts$' },
      to: { path: 'node_modules', pathNot: 'temporal-(polyfill|spec|utils)' },
    },
    {
      name: 'the-kit-knows-nothing-of-ours',
      comment: 'The kit could be lifted out and used elsewhere.',
      severity: 'error',
      from: { path: '^src/kit/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(src|database)/', pathNot: '^src/kit/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule decides from what it is given: types and the law.',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: { path: '(/store|/commands|/kit/sql|/kit/http)' },
    },
    {
      name: 'commands-know-no-pages',
      comment: 'A command can be run from a page, the worker or the command line.',
      severity: 'error',
      from: { path: '/commands?\\.ts$' },
      to: { path: '/(desk|family|public)/|\\.tsx$', pathNot: '/letters/|/correspondence/house-letter' },
    },
    {
      name: 'tests-stay-out',
      comment: 'Test helpers are never part of the product.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|/fixtures/' },
      to: { path: '^test/|\\.test\\.tsx?$|/fixtures/' },
    },
    audience('desk'),
    audience('family'),
    audience('public'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
