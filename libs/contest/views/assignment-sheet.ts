import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { type Actor, Database, type Filled } from '#platform';
import { unknownJudge } from '../domain/judging.js';
import type { WishInput } from '../commands/wish-pairs.js';

/** An assignment that was made in a spreadsheet. */
@Injectable()
export class AssignmentSheetView {
  constructor(private readonly database: Database) {}

  /** The pairs of its lines, judges by their addresses. */
  async pairs(actor: Actor, lines: readonly Filled[]): Promise<WishInput[] | Refusal> {
    const addresses = [...new Set(lines.map(({ cells }) => (cells['评委邮箱'] ?? '').toLowerCase()))];
    const people = await this.database.prisma.person.findMany({ where: { districtId: actor.district, email: { in: addresses }, mergedInto: null }, select: { id: true, email: true } });
    const known = new Map(people.map(({ id, email }) => [email, id]));
    const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
    const strange = [...addresses.filter((address) => !known.has(address)), ...lines.map(({ cells }) => cells['项目编号'] ?? '').filter((entry) => !isId(entry))];
    if (strange.length > 0) return refuse(unknownJudge, { judges: strange.slice(0, 20).join(', ') });
    return lines.map(({ cells }) => ({ entry: cells['项目编号']!, judge: known.get(cells['评委邮箱']!.toLowerCase())!, wish: 'pin' }));
  }
}
