import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export const LOG = Symbol('LOG');

/** Structured lines on the standard output; secrets and cookies never among them. */
export const createLog = (config: Config): Logger =>
  pino({ level: config.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'] });
