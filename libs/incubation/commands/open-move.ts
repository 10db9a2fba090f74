import { command, notFound, Ref } from '#platform';
import { alreadyHere, isWithPlatform, moveOpened, notAdmitted } from '../domain/incubatee.js';
import { platformClosed } from '../domain/platform.js';
import { incubateeKind } from './kinds.js';

export class OpenMove {
  @Ref({ description: 'The platform that may take it over' }) platform!: string;
}

export const openMove = command({
  name: 'open-move',
  summary: 'Lets a firm go on to another platform, such as from a maker space to an incubator; that one admits it.',
  on: incubateeKind,
  may: 'open-move',
  target: (input: OpenMove & { incubatee: string }) => input.incubatee,
  async decide(c, { platform }, { id, aggregate, platformId, firm }) {
    if (!isWithPlatform(aggregate.state)) c.refuse(notAdmitted, { state: aggregate.state });
    if (platform === platformId && aggregate.state === 'admitted') c.refuse(alreadyHere);
    const next = (await c.tx.platform.findUnique({ where: c.key(platform), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'platform', id: platform });
    if (next.aggregate.state === 'withdrawn') c.refuse(platformClosed, { platform: next.name });
    await c.tx.incubatee.update({ where: c.key(id), data: { nextPlatformId: platform } });
    c.announce(aggregate, moveOpened({ platform, firm: firm ?? '' }));
  },
});
