import { Inject, Injectable } from '@nestjs/common';
import { refuse, type DistrictId } from '#kernel';
import { DISTRICT, Identify, RefusedException, unavailable, type Actor } from '#platform';
import { AUTH, type Auth } from './auth.js';
import { People } from './people.js';

/** Knows callers by their session cookie; without a valid one a caller is nobody. */
@Injectable()
export class IdentifyBySession extends Identify {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly people: People,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {
    super();
  }

  async actorOf(headers: Headers): Promise<Actor> {
    const session = headers.has('cookie') ? await this.session(headers) : null;
    return session ? this.people.actorOf(session.user) : { kind: 'nobody', district: this.district };
  }

  private session(headers: Headers) {
    return this.auth.api.getSession({ headers }).catch(() => {
      // A bad cookie gives no session; only a database that can't be reached makes the question fail.
      throw new RefusedException(refuse(unavailable));
    });
  }
}
