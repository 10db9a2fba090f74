import { readFileSync } from 'node:fs';

// Loaded before a process of the service: its clock runs as many milliseconds ahead (or behind) as SKEW_FILE says at the moment.
const RealDate = Date;
// eslint-disable-next-line no-restricted-properties -- this is the clock
const realNow = Date.now;
let skew = 0;
const look = () => {
  try {
    skew = Number(readFileSync(process.env['SKEW_FILE']!, 'utf8')) || 0;
  } catch {
    skew = 0;
  }
};
look();
// eslint-disable-next-line no-restricted-globals
setInterval(look, 100).unref();
RealDate.now = () => realNow() + skew;
globalThis.Date = new Proxy(RealDate, { construct: (target, args: [], made) => Reflect.construct(target, args.length > 0 ? args : [target.now()], made) as Date });
