/** The house: arrows run one way, and each module has one door. */
const FEATURES = 'rulebook|archive|agenda|identity|ledger|project|contest|incubation|funding|expertise|landing|innovation|notify|endpoints';

/** The rooms of the console, each leaning on those before it. */
const CONSOLE = ['api', 'ui', 'shell', 'entry', 'public', 'contestant', 'judge', 'office', 'firm', 'platform', 'park', 'money', 'district', 'admin', 'start'];

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'kernel-stands-alone', severity: 'error', from: { path: '^libs/kernel' }, to: { path: '^(libs|apps)/', pathNot: '^libs/kernel' } },
    { name: 'judging-stands-on-kernel', severity: 'error', from: { path: '^libs/judging' }, to: { path: '^(libs|apps)/', pathNot: '^libs/(judging|kernel)' } },
    { name: 'platform-stands-on-kernel', severity: 'error', from: { path: '^libs/platform' }, to: { path: '^(libs|apps)/', pathNot: '^libs/(platform|kernel)' } },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'one-door-a-module', comment: 'Another module is entered by its index.ts only', severity: 'error', from: { path: '^libs/([^/]+)/' }, to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] } },
    { name: 'apps-use-doors', severity: 'error', from: { path: '^apps/' }, to: { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/index\\.ts$' } },
    { name: 'pure-domain', comment: 'Decisions know no framework and no database', severity: 'error', from: { path: '^libs/(rulebook|archive|endpoints|ledger|contest|incubation|funding|expertise|landing|innovation|project)/domain' }, to: { path: 'node_modules/(@nestjs|@prisma|pg|bullmq)|^libs/platform/(database|queues|http)' } },
    { name: 'chain-runs-one-way', severity: 'error', from: { path: '^libs/contest' }, to: { path: '^libs/(incubation|funding|expertise|landing|innovation|notify|endpoints)' } },
    { name: 'incubation-before-landing', severity: 'error', from: { path: '^libs/incubation' }, to: { path: '^libs/(funding|expertise|landing|innovation|notify|endpoints)' } },
    { name: 'money-and-experts-before-landing', comment: 'Beside each other, on incubation', severity: 'error', from: { path: '^libs/(funding|expertise)' }, to: { path: '^libs/(landing|innovation|notify|endpoints)' } },
    { name: 'funding-knows-no-experts', severity: 'error', from: { path: '^libs/funding' }, to: { path: '^libs/expertise' } },
    { name: 'experts-know-no-funding', severity: 'error', from: { path: '^libs/expertise' }, to: { path: '^libs/funding' } },
    { name: 'landing-before-report', severity: 'error', from: { path: '^libs/landing' }, to: { path: '^libs/(innovation|notify|endpoints)' } },
    { name: 'base-modules', severity: 'error', from: { path: '^libs/(rulebook|archive|agenda|identity|ledger|project)' }, to: { path: `^libs/(${FEATURES})`, pathNot: '^libs/(rulebook|archive|agenda|identity|ledger|project)' } },
    { name: 'console-stands-alone', comment: 'The browser knows the API alone', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(libs|apps)/', pathNot: '^apps/web/' } },
    ...CONSOLE.map((room, n) => ({ name: `console-${room}`, comment: `Rooms of the console lean on those before them: ${CONSOLE.join(', ')}`, severity: 'error', from: { path: `^apps/web/src/${room}/` }, to: { path: `^apps/web/src/(${CONSOLE.slice(n + 1).join('|') || '-'})/` } })),
  ],
  options: {
    doNotFollow: { path: 'node_modules|libs/platform/database/generated' },
    exclude: { path: '^(dist|apps/web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js'] },
  },
};
