import type { WorkedOn } from '#kernel';
import type { Tx } from '#platform';

/** Whether a day is worked in a district where it has said so itself; undefined where the calendar says. */
export async function workedHere(tx: Tx, district: string): Promise<WorkedOn> {
  const rows = await tx.holiday.findMany({ where: { districtId: district, aggregate: { state: 'set' } } });
  return (day) => rows.find(({ from, to }) => from <= day && day <= to)?.worked;
}
