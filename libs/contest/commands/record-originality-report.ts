import { command, List, newId, notFound, Quantity, Text, WebAddress, Whole } from '#platform';
import { originalityReported } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export class OriginalitySourceInput {
  @Text({ max: 300, example: '某某公司官网产品介绍' }) title!: string;
  @Quantity({ max: 100, places: 1, description: 'Per cent of the entry that are found there' }) percent!: number;
  @WebAddress({ optional: true }) link?: string;
}

export class RecordOriginalityReport {
  @Text({ max: 60, example: '维普', description: 'The service that checked it' }) service!: string;
  @Quantity({ max: 100, places: 1, example: 12.5, description: 'Per cent of the entry that are found elsewhere' }) percent!: number;
  @Whole({ optional: true, min: 1, max: 10_000, description: 'Which hand-in was checked; the latest where it is left out' }) submission?: number;
  @WebAddress({ optional: true, description: 'The full report' }) link?: string;
  @List(() => OriginalitySourceInput, { optional: true, min: 0, max: 200 }) sources?: OriginalitySourceInput[];
}

export const recordOriginalityReport = command({
  name: 'record-originality-report',
  summary: 'Puts down what an outside service found of an entry elsewhere. Another report of the same service on the same hand-in takes the place of the first.',
  on: entryKind,
  may: 'disqualify',
  target: (input: RecordOriginalityReport & { entry: string }) => input.entry,
  async decide(c, { service, percent, submission, link, sources = [] }, entry) {
    const of = { districtId: c.district, entryId: entry.id };
    const checked = await c.tx.submission.findFirst({ where: { ...of, ...(submission !== undefined && { number: submission }) }, orderBy: { number: 'desc' }, select: { number: true } });
    if (!checked) return c.refuse(notFound, { kind: 'submission', id: String(submission ?? '') });
    const found = { percent, link: link ?? null, sources: sources.map((source) => ({ ...source })), at: c.now, dismissedBy: null, note: null };
    const key = { ...of, service, submission: checked.number };
    const { id } = await c.tx.originalityReport.upsert({ where: { districtId_entryId_service_submission: key }, create: { id: newId(), ...key, ...found }, update: found, select: { id: true } });
    c.announce(entry.aggregate, originalityReported({ call: entry.callId, service, percent }));
    return { id };
  },
});
