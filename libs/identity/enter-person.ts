import type { Announcement } from '#kernel';
import { newId, type Context } from '#platform';
import { personMachine, personEntered } from './domain/person.js';
import { organisationFor } from './organisation-for.js';

/**
 * The person with this address, entered without an account where nobody has it: a link sent there lets him take it over.
 * `proven`: an account whose address is not verified is not his. `also`: what is announced of him besides.
 */
export async function enterPerson(c: Context, { name, email, organisation, creditCode, proven = false }: { name: string; email: string; organisation?: string | undefined; creditCode?: string | undefined; proven?: boolean }, also: (id: string) => readonly Announcement[] = () => []): Promise<string> {
  const address = email.toLowerCase();
  const known = await c.tx.person.findFirst({ where: { districtId: c.district, email: address, mergedInto: null, ...(proven && { OR: [{ userId: null }, { user: { emailVerified: true } }] }) }, orderBy: { id: 'asc' }, include: { aggregate: true } });
  const organisationId = organisation === undefined ? undefined : await organisationFor(c, { name: organisation, creditCode });
  if (known) {
    if (known.organisationId === null && organisationId !== undefined) await c.tx.person.update({ where: c.key(known.id), data: { organisationId } });
    const announced = also(known.id);
    if (announced.length > 0) c.announce(known.aggregate, ...announced);
    return known.id;
  }
  const id = newId<'Person'>();
  c.create('person', personMachine.begin(personEntered({ person: id }), ...also(id)), { id });
  await c.tx.person.create({ data: { districtId: c.district, id, name, email: address, organisationId: organisationId ?? null } });
  return id;
}
