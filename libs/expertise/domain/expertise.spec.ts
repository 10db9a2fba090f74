import fc from 'fast-check';
import { searchWordsOf } from '#contest';
import { ENVOY_RULES } from '../rules/envoys.js';
import { REGISTRATION, registrationOf } from '../rules/technology-contracts.js';
import { feePart, gradeBy } from './envoy.js';
import { levelFits } from './institute.js';
import { matcherOf, type SolverSeen } from './matching.js';
import { technologyAmount } from './technology.js';

const solver = (id: string, more: Partial<SolverSeen> = {}): SolverSeen => ({ id, fields: [], profile: '', works: '', proven: [], missed: [], ...more });

describe('matching', () => {
  const [motor, farm] = [solver('motor', { fields: ['智能制造'], profile: '永磁同步电机驱动，转矩脉动抑制' }), solver('farm', { fields: ['现代农业'], profile: '蔬菜采后保鲜与预冷' })];
  const ask = (solvers: SolverSeen[], title: string, text = '', field = '其他', stated: string[] = []) => matcherOf(solvers, stated, searchWordsOf)({ title, field, text, tried: '' });

  it('finds long words by the shorter ones within them, and English ones by their stems', () => {
    expect(ask([motor, farm], '电机抖动').map((match) => match.solver)).toEqual(['motor']);
    const [found] = ask([solver('a', { works: 'damping of vibrations in welded joints' }), farm], 'The joint vibrates when welding');
    expect(found!.words.map(({ word }) => word).sort()).toEqual(['joint', 'vibrates', 'welding']);
    expect(found!.words[0]!.in).toEqual(['works']);
  });

  it('puts who shares words before who only shares the field, and leaves out who shares neither', () => {
    expect(ask([motor, solver('same-field', { fields: ['智能制造'] }), farm], '电机抖动', '', '智能制造').map(({ solver: id, score }) => [id, score])).toEqual([['motor', 100], ['same-field', 5]]);
    expect(ask([motor, farm], '问题需要解决')).toEqual([]);
    expect(ask([], '电机')).toEqual([]);
  });

  it('marks down who did not fit one like it, and lifts who did', () => {
    const twins = [solver('a', { profile: '电机 转矩' }), solver('b', { profile: '电机 转矩' })];
    expect(ask(twins, '电机转矩').map((match) => match.solver)).toEqual(['a', 'b']);
    expect(ask([{ ...twins[0]!, missed: ['电机转矩'] }, twins[1]!], '电机转矩')).toMatchObject([{ solver: 'b' }, { solver: 'a', likeMissed: 1, score: 40 }]);
    expect(ask([twins[0]!, { ...twins[1]!, proven: ['电机转矩'] }], '电机转矩')[0]!.solver).toBe('b');
  });

  it('is not misled by what every problem says: few solvers were found to fit one yet, and none knows more for it', () => {
    const stated = Array.from({ length: 8 }, (_, n) => `第 ${n} 号产品量产后客户投诉较多`);
    const proven = solver('a-proven', { proven: ['曳引机量产后客户投诉较多'] });
    expect(ask([proven, farm], '蔬菜保鲜', '量产后客户投诉较多', '其他', stated)[0]!.solver).toBe('farm');
  });

  it('orders by score and keeps it within 100, whatever is written', () => {
    const text = fc.string({ unit: fc.constantFrom('电机', '转矩', '蔬菜', '保鲜', ' ', 'motor', 'A', '！'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.record({ profile: text, works: text, proven: fc.array(text, { maxLength: 2 }), missed: fc.array(text, { maxLength: 2 }) }), { maxLength: 8 }), text, text, (made, title, body) => {
        const matches = ask(made.map((one, n) => solver(String(n), one)), title, body);
        for (const [n, { score, likeProven, likeMissed }] of matches.entries()) {
          expect(score >= 0 && score <= 100 && likeProven >= 0 && likeProven <= 1 && likeMissed >= 0 && likeMissed <= 1).toBe(true);
          if (n > 0) expect(matches[n - 1]!.score).toBeGreaterThanOrEqual(score);
        }
      }),
    );
  });
});

describe('a science envoy’s year', () => {
  it('has the best grade whose rule passes, and says what the better ones miss', () => {
    expect(gradeBy(ENVOY_RULES, { days: 15, activities: 0, solved: 0, brought: 0 }, '2025-12-31').grade).toBe('pass');
    expect(gradeBy(ENVOY_RULES, { days: 15, activities: 0, solved: 1, brought: 0 }, '2025-12-31').grade).toBe('good');
    expect(gradeBy(ENVOY_RULES, { days: 14.5, activities: 9, solved: 9, brought: 9 }, '2025-12-31').grade).toBe('fail');
    const { grade, explanations } = gradeBy(ENVOY_RULES, { days: 30, activities: 2, solved: 0, brought: 2 }, '2025-12-31');
    expect([grade, explanations.map(({ verdict }) => verdict)]).toEqual(['excellent', ['pass', 'pass', 'pass']]);
  });

  it('is paid in two halves, to the fen', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (fee) => feePart(fee, 1) + feePart(fee, 2) === fee && feePart(fee, 1) - feePart(fee, 2) <= 1n));
  });
});

describe('the registers', () => {
  it('count the technology of a contract, and know which measure it is registered under', () => {
    expect(technologyAmount(420_000_000n, 60_000_000n)).toBe(360_000_000n);
    expect(registrationOf(REGISTRATION, '2026-02-28', 500_000_000n)).toMatchObject({ version: '2000', registerBy: '2026-03-30', experts: false });
    expect(registrationOf(REGISTRATION, '2026-03-01', 499_999_999n)).toMatchObject({ version: '2026', certainty: 'example', experts: false });
    expect(registrationOf(REGISTRATION, '2026-03-01', 500_000_000n).experts).toBe(true);
  });

  it('raise a platform to a higher level, lower it to a lower one, and review it where it is', () => {
    expect(levelFits('raise', 'district', 'municipal')).toBe(true);
    expect(levelFits('raise', 'municipal', 'municipal')).toBe(false);
    expect(levelFits('lower', 'municipal', 'national')).toBe(false);
    expect(levelFits('review', 'municipal', 'municipal')).toBe(true);
    expect(levelFits('recognise', 'district', 'national')).toBe(true);
  });
});
