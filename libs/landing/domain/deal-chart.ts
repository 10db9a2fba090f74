import { daysAfter, daysBetween, escaped } from '#kernel';
import { STEPS, type DealSeen } from './deal-steps.js';

const [LEFT, WIDTH, BAR, GAP, TOP] = [190, 900, 10, 34, 60];
const COLOURS: Readonly<Record<string, string>> = { negotiate: '#91caff', sign: '#4096ff', 'break-ground': '#ffc53d', complete: '#d48806', 'start-production': '#73d13d', 'reach-capacity': '#389e0d' };
const NAMES: Readonly<Record<string, string>> = { negotiate: '洽谈 talks', sign: '签约 signed', 'break-ground': '开工 ground broken', complete: '竣工 built', 'start-production': '投产 producing', 'reach-capacity': '达产 at capacity' };

/**
 * Plan above fact for each deal as bars (SVG): a bar runs from one step to the next, and the fact's last bar to `day`, unless the
 * deal has ended or is at its last step.
 */
export function dealChart(title: string, deals: readonly (DealSeen & { readonly firm: string })[], day: string): string {
  const days = deals.flatMap(({ declaredOn, steps }) => [declaredOn, ...steps.flatMap(({ plannedOn, on }) => [plannedOn, on])]).filter((one) => one !== null);
  const [first, last] = [[...days, day].sort()[0]!, daysAfter([...days, day].sort().at(-1)!, 30)];
  const x = (on: string) => LEFT + ((WIDTH - LEFT - 20) * daysBetween(first, on)) / Math.max(1, daysBetween(first, last));
  const rows = deals.map((deal, n) => {
    const y = TOP + GAP * n;
    const bars = (of: 'plannedOn' | 'on', top: number, until: string | null) => {
      const taken = STEPS.flatMap((step) => deal.steps.filter((one) => one.step === step).flatMap((one) => (one[of] === null ? [] : [{ step, on: one[of] }])));
      return taken.map(({ step, on }, k) => {
        const end = taken[k + 1]?.on ?? until ?? daysAfter(on, 14);
        return `<rect x="${x(on).toFixed(1)}" y="${top}" width="${Math.max(2, x(end) - x(on)).toFixed(1)}" height="${BAR}" fill="${COLOURS[step]!}" ${of === 'plannedOn' ? 'opacity="0.45"' : ''}><title>${escaped(deal.firm)} ${of === 'plannedOn' ? '计划 plan' : '实际 fact'} ${NAMES[step]!} ${on}</title></rect>`;
      });
    };
    const running = deal.closedOn === null && deal.steps.every(({ step, on }) => step !== 'reach-capacity' || on === null);
    return `<text x="10" y="${y + 14}">${escaped(deal.firm.slice(0, 12))}</text>${bars('plannedOn', y, null).join('')}${bars('on', y + BAR + 2, running ? day : null).join('')}`;
  });
  const height = TOP + GAP * deals.length + 20;
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) }, (_, n) => `${Number(first.slice(0, 4)) + n + 1}`);
  const marks = years.map((year) => `<line x1="${x(`${year}-01-01`)}" x2="${x(`${year}-01-01`)}" y1="${TOP - 8}" y2="${height}" stroke="#d9d9d9"/><text x="${x(`${year}-01-01`) + 3}" y="${TOP - 10}" fill="#8c8c8c">${year}</text>`);
  const legend = Object.keys(NAMES).map((step, n) => `<rect x="${LEFT + 116 * n}" y="12" width="10" height="10" fill="${COLOURS[step]!}"/><text x="${LEFT + 14 + 116 * n}" y="21" font-size="10">${NAMES[step]!}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12"><rect width="${WIDTH}" height="${height}" fill="#fff"/><text x="10" y="22" font-size="15">${escaped(title.slice(0, 12))}</text>${legend.join('')}${marks.join('')}${rows.join('')}<line x1="${x(day)}" x2="${x(day)}" y1="${TOP - 8}" y2="${height}" stroke="#cf1322" stroke-dasharray="4 3"/></svg>`;
}
