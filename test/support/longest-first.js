import { statSync } from 'node:fs';

/** The files that take minutes, the longest first: begun last, one of them would run on alone while the other worker has nothing to do. */
const LONG = ['http/edition', 'browser/incubation-and-landing', 'http/four-years', 'faults/kill', 'browser/pages', 'cli/demo', 'cli/cli', 'faults/worker', 'browser/office', 'http/sideways', 'faults/books-kill', 'faults/database-restart', 'http/landing', 'cli/archive', 'http/chain', 'http/funds'];

/** Orders the run: those first, then by size, since a clean checkout knows no earlier times. */
export default class LongestFirst {
  sort(files) {
    const place = ({ moduleId }) => LONG.findIndex((name) => moduleId.endsWith(`test/${name}.spec.js`)) + 1 || LONG.length + 1;
    return [...files].sort((a, b) => place(a) - place(b) || statSync(b.moduleId).size - statSync(a.moduleId).size);
  }

  shard(files) {
    return files;
  }
}
