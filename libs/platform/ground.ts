import type { DistrictId } from '#kernel';
import type { Logger } from 'pino';
import type { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import type { SigningKey } from './config/keys.js';
import type { Database } from './database/database.js';
import type { Files } from './files/files.js';
import type { QueueConnection } from './queues/queue-connection.js';

/** The district that this installation runs, made at the first start. */
export const DISTRICT = Symbol('DISTRICT');

/** The events that there are, of all features. */
export const EVENTS = Symbol('EVENTS');

/** The versions of rules that the features bring. */
export const RULES = Symbol('RULES');

/** What a process stands on, made before its modules are. */
export interface Ground {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly queues: QueueConnection;
  readonly files: Files;
  readonly signingKey: SigningKey;
  readonly district: DistrictId;
  /** Whether this process does jobs, or only answers requests. */
  readonly works: boolean;
}
