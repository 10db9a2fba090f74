import { benchAssignment } from './assignment.js';
import { benchCertainty } from './certainty.js';
import { benchConsole } from './console.js';
import { benchEdition } from './edition.js';
import { benchGrowth } from './growth.js';
import { benchMatching } from './matching.js';
import { benchNotify } from './notify.js';
import { benchPipeline } from './pipeline.js';
import { benchRecord } from './record.js';
import { benchReport } from './report.js';
import { benchRising } from './rising.js';
import { benchRush, benchSteady } from './rush.js';
import { benchScreens } from './screens.js';
import { benchStart } from './start.js';
import { benchTables } from './tables.js';

/** `npm run bench -- NAME`: measures, prints a table, and keeps it in docs/benchmarks.md. */
const benches: Readonly<Record<string, () => Promise<void>>> = { assignment: benchAssignment, certainty: benchCertainty, console: benchConsole, edition: benchEdition, growth: benchGrowth, matching: benchMatching, notify: benchNotify, pipeline: benchPipeline, record: benchRecord, report: benchReport, rising: benchRising, rush: benchRush, screens: benchScreens, start: benchStart, steady: benchSteady, tables: benchTables };

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  process.stderr.write(`Which benchmark? One of: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
await bench();
process.exit();
