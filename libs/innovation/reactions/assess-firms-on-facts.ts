import { reaction } from '#platform';
import { firmDescribed, firmFactsRecorded, firmPaperEntered, firmPaperWithdrawn, firmRegistered, firmUnmerged } from '../domain/firm.js';
import { qualificationCancelled, qualificationExpired, qualificationRecognised } from '../domain/qualification.js';
import { assessFirms } from '../facts/assess-firms.js';

/** Events of so many shapes; only whose they are matters. */
type Anything = Record<never, never>;

export const assessFirmsOnFacts = reaction<Anything>({
  name: 'assess-firms-on-facts',
  summary: 'Judges a firm anew by all rules as facts of it arrive.',
  on: [firmRegistered, firmDescribed, firmFactsRecorded, firmPaperEntered, firmPaperWithdrawn, firmUnmerged, qualificationRecognised, qualificationExpired, qualificationCancelled],
  async react(c, { kind, aggregate }) {
    if (kind === 'firm') return assessFirms(c, [aggregate]);
    const { firmId } = await c.tx.qualification.findUniqueOrThrow({ where: c.key(aggregate) });
    await assessFirms(c, [firmId]);
  },
});
