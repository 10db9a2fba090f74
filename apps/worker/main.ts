import { run } from '../service/run.js';

await run({ serves: false, works: true });
