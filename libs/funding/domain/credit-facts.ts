import { hundredths } from '#kernel';
import type { Figures } from '#incubation';

const share = (part: number | undefined, of: number | undefined): number | undefined => (part === undefined || !of ? undefined : hundredths((100 * part) / of));

/** What the score sees of a firm: its reports of the year before and of the one before that, and what the office states. */
export function creditFacts(last: Figures, before: Figures, stated: Readonly<Record<string, number>>): Record<string, number | undefined> {
  return {
    ...{ 'valid-inventions': last.validInventions, 'valid-ip': last.validIp, revenue: last.revenue, tax: last.tax, staff: last.staff },
    'research-share': share(last.research, last.revenue),
    'technical-share': share(last.college, last.staff),
    'revenue-growth': last.revenue === undefined || !before.revenue ? undefined : hundredths((100 * (last.revenue - before.revenue)) / before.revenue),
    ...stated,
  };
}
