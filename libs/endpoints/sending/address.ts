import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that nothing from here may reach. */
class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Networks, such as 10.1.0.0/16, into which messages may go although they are inside. */
export type Inside = readonly string[];

/** Whether messages may go to an address: it is on the public internet, or in a network that was named. */
export function mayReach(address: string, inside: Inside): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'unicast') return true;
  return inside.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network);
    return parsed.kind() === range.kind() && parsed.match(range, bits);
  });
}

/** Resolves a name and refuses what may not be reached, in the act of connecting: a name that resolves otherwise a moment later gains nothing. */
export const guarded = (inside: Inside): LookupFunction => (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    const open = found.filter(({ address }) => mayReach(address, inside));
    const [first] = open;
    if (!first) return done(new ForbiddenAddress(`${host} is inside: ${found.map(({ address }) => address).join(', ')}`), '', 0);
    if (options.all) (done as unknown as (error: null, found: LookupAddress[]) => void)(null, open);
    else done(null, first.address, first.family);
  });
};

/** Names are judged when they are resolved; a number is judged at once. @throws ForbiddenAddress */
export function judgeHost(hostname: string, inside: Inside): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !mayReach(bare, inside)) throw new ForbiddenAddress(`${bare} is inside`);
}
