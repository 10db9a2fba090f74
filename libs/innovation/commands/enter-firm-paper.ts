import { command, newId, notAhead } from '#platform';
import { datesBackward, factContradicts, firmMergedAway, firmPaperEntered, paperKindWrong, paperKnown, PAPER_KINDS } from '../domain/firm.js';
import { paperRow, type PaperInput } from '../inputs/paper-input.js';
import { firmKind } from './kinds.js';

export const enterFirmPaper = command({
  name: 'enter-firm-paper',
  summary: 'Enters a firm’s IP, technology contract, achievement, talent, platform or award into its register, once a number.',
  on: firmKind,
  may: 'run',
  target: (input: PaperInput & { firm: string }) => input.firm,
  async decide(c, input, { id: firmId, aggregate, mergedIntoId }) {
    const { register, kind, number, on, until, amount, technologyAmount } = input;
    if (mergedIntoId !== null) c.refuse(firmMergedAway);
    await notAhead(c, on);
    if (until !== undefined && until < on) c.refuse(datesBackward, { on, until });
    if (!PAPER_KINDS[register].includes(kind)) c.refuse(paperKindWrong, { kind, kinds: PAPER_KINDS[register].join(', ') });
    if (amount !== undefined && technologyAmount !== undefined && technologyAmount > amount) c.refuse(factContradicts, { part: '技术交易额', whole: '合同金额', year: on.slice(0, 4) });
    if (await c.tx.firmPaper.findUnique({ where: { districtId_register_number: { districtId: c.district, register, number } } })) c.refuse(paperKnown, { number });
    const paper = newId();
    c.announce(aggregate, firmPaperEntered({ register, number }));
    await c.tx.firmPaper.create({ data: { districtId: c.district, id: paper, firmId, ...paperRow(input), recordedAt: c.now } });
    return { paper };
  },
});
