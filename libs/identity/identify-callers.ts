import { Inject, Injectable } from '@nestjs/common';
import { refuse, type DistrictId } from '#kernel';
import { Clock, Database, DISTRICT, Identify, Refused, unavailable, type Identified, type Reach } from '#platform';
import { knownKey } from './api-keys.js';
import { AUTH, type Auth } from './auth.js';
import { keyMayNot, keyNotAlone, reaches } from './domain/api-key.js';
import { People } from './people.js';
import { sessionOf } from './session-of.js';

/** What a key may never do, whatever its scopes: make more keys. */
const NEVER_BY_KEY = ['keys'];

/** How long a session lasts in all. */
const LONGEST_DAYS = 30;

/** Knows callers by their session cookie, or by a key in `Authorization`; without a valid one a caller is nobody. */
@Injectable()
export class IdentifyCallers extends Identify {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly people: People,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {
    super();
  }

  async identify(headers: Headers, reach: Reach): Promise<Identified> {
    const authorization = headers.get('authorization');
    if (authorization !== null && authorization.startsWith('Bearer ')) return this.byKey(authorization, reach);
    const session = headers.has('cookie') ? await this.session(headers) : null;
    // However often it is used: what was left open on a device somewhere ends.
    const over = session && new Clock().now().getTime() - session.createdAt.getTime() > LONGEST_DAYS * 86_400_000;
    if (!session || over) return { actor: { kind: 'nobody', district: this.district }, as: null };
    return { actor: await this.people.actorOf(session.user), as: session.user.id };
  }

  private async byKey(authorization: string, reach: Reach): Promise<Identified> {
    const key = await knownKey(this.database, this.clock, authorization);
    if (!key) return { actor: { kind: 'nobody', district: this.district }, as: null };
    if (NEVER_BY_KEY.includes(reach.tag)) throw new Refused(refuse(keyNotAlone));
    if (!reaches(key.scopes, reach)) throw new Refused(refuse(keyMayNot, { scope: `${reach.tag}:${reach.reads ? 'read' : 'write'}` }));
    return { actor: await this.people.actorOf(key.user), as: key.id };
  }

  private session(headers: Headers) {
    return sessionOf(this.auth, this.database, headers).catch(() => {
      // A bad cookie gives no session; only a database that can't be reached makes the question fail.
      throw new Refused(refuse(unavailable));
    });
  }
}
