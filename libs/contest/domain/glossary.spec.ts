import { CALL_TEMPLATES } from '../rules/call-templates.js';
import { TEMPLATE_NAMES } from '../rules/template-names.js';
import { planOf } from '../inputs/round-input.js';
import { inEnglish, namesIn } from './glossary.js';

const edition = (calls: Parameters<typeof namesIn>[0]['calls']) => namesIn({ name: '大赛', sponsors: [], uppers: [], calls });

describe('names in English', () => {
  it.each(CALL_TEMPLATES)('come along with the template $key, all of them', ({ call: { group, rounds, prizes = [] } }) => {
    const names = edition([{ name: 'Call', group, plans: rounds.map(planOf), rounds: [], prizes, columns: [] }]);
    expect(names.filter(({ zh }) => zh !== '大赛' && TEMPLATE_NAMES[zh] === undefined)).toEqual([]);
    expect(names.length).toBeGreaterThan(1);
  });

  it('are asked once for a name that stands in several places, by the first of them, and not for what has no Chinese in it', () => {
    const call = { name: '大赛', group: 'start-up', plans: [], rounds: [{ name: '网评' }, { name: 'Final' }], prizes: [{ name: '网评', places: 1 }], columns: [] };
    expect(edition([call, call])).toEqual([{ zh: '大赛', of: 'contest' }, { zh: '网评', of: 'round' }]);
  });

  it('are put for whole values of an event alone', () => {
    expect(inEnglish({ callName: '大赛', title: '大赛的项目', entries: 3 }, new Map([['大赛', 'Contest']]))).toEqual({ callName: 'Contest', title: '大赛的项目', entries: 3 });
  });
});
