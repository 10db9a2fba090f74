import { reaction } from '#platform';
import { firmDescribed, firmFactsRecorded, firmPaperEntered, firmPaperWithdrawn, firmRegistered, firmUnmerged } from '../domain/firm.js';
import { firmImportApplied } from '../domain/firm-import.js';
import { qualificationCancelled, qualificationExpired, qualificationRecognised } from '../domain/qualification.js';
import { assessFirms } from '../facts/assess-firms.js';

/** Events of so many shapes; only whose they are matters. */
type Anything = Record<never, never>;

export const assessFirmsOnFacts = reaction<Anything>({
  name: 'assess-firms-on-facts',
  summary: 'Judges a firm anew by all rules as facts of it arrive.',
  on: [firmRegistered, firmDescribed, firmFactsRecorded, firmPaperEntered, firmPaperWithdrawn, firmUnmerged, firmImportApplied, qualificationRecognised, qualificationExpired, qualificationCancelled],
  async react(c, { kind, aggregate }) {
    const { district: districtId } = c;
    if (kind === 'firm') return assessFirms(c, [aggregate]);
    if (kind === 'qualification') {
      const { firmId } = await c.tx.qualification.findUniqueOrThrow({ where: c.key(aggregate) });
      return assessFirms(c, [firmId]);
    }
    const [own, facts, papers, certificates] = await Promise.all([
      c.tx.firm.findMany({ where: { districtId, importId: aggregate }, select: { id: true } }),
      c.tx.firmFact.findMany({ where: { districtId, sourceId: aggregate }, select: { firmId: true }, distinct: ['firmId'] }),
      c.tx.firmPaper.findMany({ where: { districtId, importId: aggregate }, select: { firmId: true }, distinct: ['firmId'] }),
      c.tx.qualification.findMany({ where: { districtId, importId: aggregate }, select: { firmId: true }, distinct: ['firmId'] }),
    ]);
    await assessFirms(c, [...new Set([...own.map(({ id }) => id), ...[...facts, ...papers, ...certificates].map(({ firmId }) => firmId)])]);
  },
});
