import { run } from '../service/run.js';

await run({ serves: true, works: false });
