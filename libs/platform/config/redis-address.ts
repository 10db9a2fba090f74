/** One server, or those of a cluster or of the sentinels that watch over one: `redis+cluster://A,B,C`, `redis+sentinel://A,B,C/NAME`. */
export const REDIS_ADDRESS = /^(?<scheme>rediss?)(?:\+(?<kind>cluster|sentinel))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<nodes>[^/@\s]+)(?:\/(?<path>[^/\s]*))?$/;
