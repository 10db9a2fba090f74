import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

interface Firm {
  readonly firm: string;
  readonly mu: number;
  readonly valueAdded: number;
  readonly tax: number;
  readonly energy: number;
  readonly research: number;
  readonly notGraded?: string;
}

const WEIGHTS = { valueAdded: 40, tax: 30, energy: 15, research: 15 };
const LINES = { A: 110, B: 80, C: 50 };

/** Made firms in the shape of the line that Chongqing published: 170 firms on 8,024.06 亩, 30 A, 84 B, 30 C, 12 D, 14 not graded. */
const FIRMS: Firm[] = [['A', 30, 150], ['B', 84, 100], ['C', 30, 65], ['D', 12, 20], ['-', 14, 90]].flatMap(([grade, count, level], g) =>
  Array.from({ length: count as number }, (_, n) => {
    const by = (level as number) * (1 + ((n % 5) - 2) / 100);
    return { firm: `示例企业${g}-${n}`, mu: g === 0 && n === 0 ? Math.round(100 * (8024.06 - 169 * 47.2)) / 100 : 47.2, valueAdded: Math.round(by * 10_000_00), tax: Math.round(by * 1_000_00), energy: Math.round(by * 100_00), research: Math.round(by * 4) / 100, ...(grade === '-' && { notGraded: '投产不满两年' }) };
  }),
);

/** The grade by the definition, worked out here once more and in another order. */
function gradeOf(firm: Firm, all: readonly Firm[]): string {
  const judged = all.filter(({ notGraded }) => notGraded === undefined);
  let score = 0;
  for (const [measure, weight] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][]) {
    let [sum, land] = [0, 0];
    for (const one of judged) [sum, land] = [sum + one[measure] * one.mu, land + one.mu];
    score += weight * Math.min(1.5, firm[measure] / (sum / land));
  }
  return score >= LINES.A ? 'A' : score >= LINES.B ? 'B' : score >= LINES.C ? 'C' : 'D';
}

describe('firms graded by what they yield from their land', () => {
  let service: TestService;
  let office: Visitor;
  let review: string;
  type Shown = { state: string; line: object; firms: { firm: string; grade: string | null; score: number | null; notGraded: string | null; objection?: string | null; answer?: string | null; parts: Record<string, { points: number }> }[] };

  beforeAll(async () => {
    service = await startTestService({ now: '2025-06-03T09:00:00+08:00' });
    office = await service.office();
  });
  afterAll(() => service.stop());

  it('prints the line that was published, and grades each firm by the district’s weights', async () => {
    expect((await refused(office.post('/yield-reviews', { year: '2024', weights: WEIGHTS, lines: { A: 50, B: 80, C: 110 } }))).body.code).toBe('yield-review:weights');
    review = (await office.post('/yield-reviews', { year: '2024', weights: WEIGHTS, lines: LINES })).id;
    expect((await refused(office.post('/yield-reviews', { year: '2024', weights: WEIGHTS, lines: LINES }))).body.code).toBe('yield-review:known');
    expect((await service.visitor('nobody').raw('GET', `/yield-reviews/${review}`)).status).toBe(404);
    await office.post(`/yield-reviews/${review}/firms`, { firms: FIRMS });
    const { line, firms } = await office.get<Shown>(`/yield-reviews/${review}`);
    expect(line).toEqual({ firms: 170, mu: 8024.06, A: 30, B: 84, C: 30, D: 12, notGraded: 14 });
    for (const { firm, grade, score, parts } of firms) {
      const given = FIRMS.find((one) => one.firm === firm)!;
      expect([firm, grade]).toEqual([firm, given.notGraded === undefined ? gradeOf(given, FIRMS) : null]);
      if (score !== null) expect(Object.values(parts).reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
    }
  });

  it('is public for a term, takes objections within it, and grades all anew where one holds', async () => {
    const told = await office.post<{ until: string }>(`/yield-reviews/${review}/publish`, {});
    expect(told.until).toBe('2025-06-10');
    const anyone = service.visitor('nobody');
    expect(JSON.stringify(await anyone.get(`/yield-reviews/${review}`))).not.toContain('objection');
    expect((await refused(office.post(`/yield-reviews/${review}/firms`, { firms: FIRMS }))).body.code).toBe('state:not-allowed');
    const { firm, ...given } = FIRMS.find(({ firm }) => firm.startsWith('示例企业3'))!;
    await office.post(`/yield-reviews/${review}/objections`, { firm, objection: '税收少计' });
    expect((await refused(office.post(`/yield-reviews/${review}/objections`, { firm: '无此企业', objection: '不服' }))).body.code).toBe('yield-review:no-such-firm');
    await service.moveTo('2025-06-11T09:00:00+08:00');
    expect((await refused(office.post(`/yield-reviews/${review}/objections`, { firm: FIRMS[0]!.firm, objection: '迟了' }))).body.code).toBe('yield-review:objection-late');
    expect((await refused(office.post(`/yield-reviews/${review}/settle`))).body.code).toBe('yield-review:objections-open');
    const corrected = { firm, ...given, valueAdded: given.valueAdded * 4, tax: given.tax * 4 };
    await office.post(`/yield-reviews/${review}/answers`, { firm, answer: '属实，已更正', corrected });
    const { firms } = await office.get<Shown>(`/yield-reviews/${review}`);
    const all = FIRMS.map((one) => (one.firm === firm ? corrected : one));
    expect(firms.find((one) => one.firm === firm)).toMatchObject({ grade: gradeOf(corrected, all), answer: '属实，已更正' });
    await office.post(`/yield-reviews/${review}/settle`);
    expect((await anyone.get<Shown>(`/yield-reviews/${review}`)).state).toBe('final');
    expect(await anyone.all<{ id: string; A: number; notGraded: number }>('/yield-reviews')).toMatchObject([{ A: 30, notGraded: 14 }]);
  });
});
