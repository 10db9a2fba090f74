import { newId, type Context } from '#platform';
import { incubateeMachine, incubationOffered, isWithPlatform, moveOpened } from '../domain/incubatee.js';

/** What follows when a platform takes an application: a firm in another platform, or a graduate, may move here; any other is offered a place. */
export async function offerPlace(c: Context, { id: application, projectId, platformId, firm }: { id: string; projectId: string; platformId: string; firm: string }): Promise<void> {
  const known = await c.tx.incubatee.findFirst({ where: { districtId: c.district, projectId, aggregate: { state: { notIn: ['declined', 'left', 'removed'] } } }, include: { aggregate: true } });
  if (known && isWithPlatform(known.aggregate.state)) {
    await c.tx.incubatee.update({ where: c.key(known.id), data: { nextPlatformId: platformId } });
    c.announce(known.aggregate, moveOpened({ platform: platformId, firm }));
  } else if (!known) {
    const id = newId();
    c.create('incubatee', incubateeMachine.begin(incubationOffered({ application, title: firm })), { id, project: projectId });
    await c.tx.incubatee.create({ data: { districtId: c.district, id, projectId, applicationId: application, firm } });
  }
}
