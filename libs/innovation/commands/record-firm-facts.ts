import { command, Fact, List, Text } from '#platform';
import { firmFactsRecorded, firmMergedAway } from '../domain/firm.js';
import { checkFacts, recordFacts } from '../facts/record-facts.js';
import { firmKind } from './kinds.js';

export class FirmFactInput {
  @Text({ max: 60, description: 'A metric of GET /firm-metrics' }) metric!: string;
  @Text({ optional: true, max: 7, description: 'The year or the quarter, for what is of one', example: '2027-Q1' }) period?: string;
  @Fact({ description: 'Money in fen, people, percent, points, yes or no, a day, or "none"' }) value!: number | boolean | string;
  @Text({ optional: true, max: 200, description: 'Where it is from: an audit, a notice' }) note?: string;
}

export class RecordFirmFacts {
  @List(() => FirmFactInput, { max: 200 }) facts!: FirmFactInput[];
}

export const recordFirmFacts = command({
  name: 'record-firm-facts',
  summary: 'Records facts of a firm with where they are from. What was known before stays, and so does what decisions saw.',
  on: firmKind,
  may: 'run',
  target: (input: RecordFirmFacts & { firm: string }) => input.firm,
  async decide(c, { facts: given }, { id, aggregate, mergedIntoId }) {
    if (mergedIntoId !== null) c.refuse(firmMergedAway);
    const facts = given.map(({ metric, period = '', value, note }) => ({ metric, period, value, ...(note !== undefined && { note }) }));
    checkFacts(c, facts);
    c.announce(aggregate, firmFactsRecorded({ source: 'office', metrics: [...new Set(facts.map(({ metric }) => metric))] }));
    await recordFacts(c, [{ firm: id, facts }], { source: 'office' });
  },
});
