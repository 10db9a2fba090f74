import { command, Text, today } from '#platform';
import { firmPaperWithdrawn, noSuchPaper } from '../domain/firm.js';
import { firmKind } from './kinds.js';

export class WithdrawFirmPaper {
  @Text({ min: 2, max: 300 }) reason!: string;
}

export const withdrawFirmPaper = command({
  name: 'withdraw-firm-paper',
  summary: 'Says that a paper no longer counts, with the reason; it stays to be seen.',
  on: firmKind,
  may: 'run',
  target: (input: WithdrawFirmPaper & { firm: string; paper: string }) => input.firm,
  async decide(c, { paper, reason }, { id: firmId, aggregate }) {
    const row = (await c.tx.firmPaper.findFirst({ where: { districtId: c.district, id: paper, firmId, withdrawnOn: null } })) ?? c.refuse(noSuchPaper);
    c.announce(aggregate, firmPaperWithdrawn({ register: row.register, number: row.number, reason }));
    await c.tx.firmPaper.update({ where: c.key(paper), data: { withdrawnOn: await today(c), reason } });
  },
});
