import { newId, type Context } from '#platform';

/** The organisation with this credit code, else of this name; entered where it is new. Blanks around a name don't count. */
export async function organisationFor(c: Context, { name: given, creditCode }: { name: string; creditCode?: string | undefined }): Promise<string> {
  const name = given.normalize('NFKC').trim();
  const byCode = creditCode === undefined ? null : await c.tx.organisation.findUnique({ where: { districtId_creditCode: { districtId: c.district, creditCode } } });
  if (byCode) return byCode.id;
  const byName = await c.tx.organisation.findUnique({ where: { districtId_name: { districtId: c.district, name } } });
  if (byName && (creditCode === undefined || byName.creditCode === null)) {
    if (creditCode !== undefined) await c.tx.organisation.update({ where: c.key(byName.id), data: { creditCode } });
    return byName.id;
  }
  // Two organisations of one name with two codes are two; the code tells them apart.
  const called = byName ? `${name}（${creditCode}）` : name;
  return (await c.tx.organisation.create({ data: { districtId: c.district, id: newId(), name: called, creditCode: creditCode ?? null } })).id;
}
