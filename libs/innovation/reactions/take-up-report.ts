import { figuresIn, monthsReported, reportCorrected, reportFiled } from '#incubation';
import { reaction } from '#platform';
import { firmFactsRecorded } from '../domain/firm.js';
import { recordFacts } from '../facts/record-facts.js';

/** Of what incubatees report, only what means the same in the rules; their research and staff are counted in other ways. */
const SAME = ['revenue', 'tax'] as const;

export const takeUpReport = reaction<{ period: string }>({
  name: 'take-up-report',
  summary: 'Takes a year’s revenue and tax of a firm in incubation into the register, once all of its months are reported.',
  on: [reportFiled, reportCorrected],
  async react(c, { aggregate, project, payload }) {
    const year = payload.period.slice(0, 4);
    const firm = project === null ? null : await c.tx.firm.findFirst({ where: { districtId: c.district, projectId: project, mergedIntoId: null } });
    if (!firm || (await monthsReported(c.tx, c.district, aggregate, year)) < 12) return;
    const figures = await figuresIn(c.tx, c.district, aggregate, year);
    const facts = SAME.flatMap((metric) => (figures[metric] === undefined ? [] : [{ metric, period: year, value: figures[metric] }]));
    if (facts.length === 0) return;
    await c.lock(firm.id);
    c.announce(await c.tx.aggregate.findUniqueOrThrow({ where: c.key(firm.id) }), firmFactsRecorded({ source: 'report', metrics: facts.map(({ metric }) => metric) }));
    await recordFacts(c, [{ firm: firm.id, facts }], { source: 'report', id: aggregate });
  },
});
