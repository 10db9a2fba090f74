import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export const LOG = Symbol('LOG');

/** Structured lines on the standard output; secrets and cookies never among them. */
export const createLog = (config: Config): Logger =>
  pino({
    level: config.LOG_LEVEL,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'req.headers.referer', 'req.url', 'res.headers["set-cookie"]'], censor: (value, path) => (path.at(-1) === 'url' ? withoutLink(String(value)) : '[Redacted]') },
  });

/** An address without the token of a link, which would let in whoever reads the log. */
export const withoutLink = (url: string): string => url.replace(/\/(by-link|feeds|files)\/[^/?]*\.[^/?]*/, '/$1/…');
