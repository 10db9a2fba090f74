import { marksOf, rankCertainty, seeded } from '#judging';
import { keep, median } from './keep.js';

const [ENTRIES, JUDGES, REVIEWS, CRITERIA, RESAMPLES, RUNS] = [1000, 100, 5, 4, 10_000, 5];

/** Rank intervals of a large contest by resampling its judges, with one thread and with two. */
export async function benchCertainty(): Promise<void> {
  const random = seeded(1);
  const marks = marksOf(ENTRIES, JUDGES, Array.from({ length: ENTRIES * REVIEWS }, (_, n) => ({ entry: Math.floor(n / REVIEWS), judge: (Math.floor(n / REVIEWS) * 7 + (n % REVIEWS) * 19) % JUDGES, value: Array.from({ length: CRITERIA }, () => 25 * random()).reduce((sum, one) => sum + one, 0) })));
  const rows: string[][] = [];
  for (const by of ['judges', 'severity'] as const)
    for (const threads of [1, 2]) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const began = performance.now();
        await rankCertainty(marks, { places: 100, resamples: RESAMPLES, by, threads });
        times.push((performance.now() - began) / 1000);
      }
      rows.push([by, String(threads), `${median(times).toFixed(2)} s`]);
    }
  keep('certainty', `${RESAMPLES.toLocaleString('en')} resamples of ${ENTRIES.toLocaleString('en')} entries with ${REVIEWS} judges each, ${CRITERIA} criteria added up; rank intervals and chances above the cut. Medians of ${RUNS} runs.`, ['resampled', 'threads', 'time'], rows);
}
