import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { affinity, likenessTo, vocabularyOf, weigh } from './affinity.js';
import { callMachine } from './call.js';
import { conflictsBetween, type Belonging, type EntryFacts, type JudgeFacts } from './conflict.js';
import { mergeDraft } from './draft.js';
import { entryMachine, toldState } from './entry.js';
import { checkAnswers } from './form/check.js';
import { readForm } from './form/definition.js';
import { answered, type Form } from './form/field.js';
import { handedIn, lastInstant } from './late.js';
import { findNames } from './names.js';
import { bandsOf, jaccard, resemblance, sharedPassages, shinglesOf, signatureOf } from './near-duplicate.js';
import { standingOf } from './standing.js';

describe('where an entry stands', () => {
  const calls = Object.keys(callMachine.states).filter((state) => !['draft', 'scheduled'].includes(state));

  it('is told in every state of entry and call: now, whose turn it is, and what comes next unless its way has ended', () => {
    for (const entry of Object.keys(entryMachine.states))
      for (const call of calls)
        for (const unsentChanges of [true, false]) {
          const at = new Date('2025-04-01T00:00:00Z');
          const standing = standingOf({ entry, call, closesAt: at, returnedUntil: at, announceUntil: at, unsentChanges });
          for (const words of [standing.now, ...(standing.next ? [standing.next] : [])]) expect([/\p{Script=Han}/u.test(words.zh), words.en.length > 2]).toEqual([true, true]);
          expect(standing.next === null).toBe(standing.turn === 'nobody');
        }
  });

  it('says nothing of a decision before it is public: two entries that differ in it alone read alike', () => {
    for (const call of ['judging', 'decided'])
      expect(['shortlisted', 'not-selected', 'submitted'].map((entry) => standingOf({ entry, call, closesAt: new Date(0), returnedUntil: null, announceUntil: null, unsentChanges: false }))).toEqual(
        Array.from({ length: 3 }, () => standingOf({ entry: 'submitted', call, closesAt: new Date(0), returnedUntil: null, announceUntil: null, unsentChanges: false })),
      );
    expect(toldState('shortlisted', 'announced')).toBe('shortlisted');
  });

  it('has a next step or an end after any order of steps', () => {
    const transitions = Object.keys(entryMachine.transitions) as (keyof typeof entryMachine.transitions)[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions), { maxLength: 30 }), fc.constantFrom(...calls), (steps, call) => {
        let state: string = entryMachine.initial;
        for (const step of steps) {
          const taken = entryMachine.take(step, state, { eligibility: { verdict: 'pass' } } as never, []);
          if (!isRefusal(taken)) state = taken.to;
        }
        const standing = standingOf({ entry: state, call, closesAt: new Date(0), returnedUntil: null, announceUntil: null, unsentChanges: false });
        expect(standing.turn !== 'nobody' || entryMachine.next(state).every((next) => next === 'readmit' || next === 'archive')).toBe(true);
      }),
    );
  });
});

describe('a draft’s changes', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const values = fc.dictionary(key, fc.oneof(fc.string(), fc.integer(), fc.array(fc.integer())));

  it('are each saved or reported, and never overwrite what was not seen', () => {
    fc.assert(
      fc.property(values, fc.dictionary(key, fc.nat({ max: 3 })), values, fc.dictionary(key, fc.nat({ max: 3 })), (current, versions, changes, seen) => {
        const { saved, conflicts } = mergeDraft({ values: current, versions }, changes, seen);
        const touched = [...saved, ...conflicts].map(({ field }) => field);
        for (const [field, value] of Object.entries(changes)) expect(touched.includes(field) || JSON.stringify(current[field]) === JSON.stringify(value)).toBe(true);
        for (const { field, version } of saved) expect(version).toBe((versions[field] ?? 0) + 1);
        for (const { field, theirs } of conflicts) expect([theirs, seen[field] === (versions[field] ?? 0)]).toEqual([current[field] ?? null, false]);
      }),
    );
  });
});

describe('a closing time', () => {
  it('never takes anything at or after its last instant, and marks late only what comes after the closing time', () => {
    fc.assert(
      fc.property(fc.constantFrom('refuse', 'grace', 'mark'), fc.nat({ max: 600 }), fc.integer({ min: -3_600_000, max: 36_000_000 }), (lateRule, lateMinutes, offset) => {
        const closing = { closesAt: new Date(1e12), lateRule, lateMinutes };
        const outcome = handedIn(closing, new Date(1e12 + offset));
        expect(outcome === 'too-late').toBe(1e12 + offset >= lastInstant(closing).getTime());
        if (outcome === 'late') expect([lateRule, offset >= 0]).toEqual(['mark', true]);
      }),
    );
  });
});

describe('a form', () => {
  const words = { zh: '字', en: 'w' };
  const form = { sections: [{ key: 's', title: words }], fields: [{ key: 'a', section: 's', type: 'yes-no', label: words, required: true }, { key: 'b', section: 's', type: 'text', label: words, maxLength: 5, required: true, showIf: { field: 'a', is: [true] } }, { key: 'c', section: 's', type: 'text', label: words, maxLength: 5, required: true, showIf: { field: 'b', is: ['x'] } }] } as const;

  it('asks along chains of conditions', () => {
    expect(isRefusal(readForm(form))).toBe(false);
    const fields = (answers: object) => checkAnswers(form as Form, answers as never).map(({ field }) => field);
    expect(fields({})).toEqual(['a']);
    expect(fields({ a: false })).toEqual([]);
    expect(fields({ a: true })).toEqual(['b']);
    expect(fields({ a: true, b: 'x' })).toEqual(['c']);
    // What hangs on a hidden answer is hidden too.
    expect(answered(form as Form, { a: false, b: 'x', c: 'y' })).toEqual({ a: false });
    expect(fields({ a: false, b: 'far too long' })).toEqual([]);
  });
});

describe('like texts', () => {
  it('have signatures that agree about as often as their sets overlap', () => {
    let error = 0;
    const runs = 60;
    for (let run = 0; run < runs; run++) {
      const shared = Array.from({ length: 100 }, (_, i) => run * 100_000 + i);
      const own = (n: number) => Array.from({ length: run * 2 }, (_, i) => run * 100_000 + 1000 * n + i);
      const [a, b] = [shinglesOf([...shared, ...own(1)].map(String)), shinglesOf([...shared, ...own(2)].map(String))];
      error += Math.abs(resemblance(signatureOf(a), signatureOf(b)) - jaccard(a, b)) / runs;
    }
    // The standard error of 128 hashes is at most 0.044; the mean of absolute errors lies below it.
    expect(error).toBeLessThan(0.044);
  });

  it('share a band when they are nearly the same, and none when they have nothing in common', () => {
    const text = Array.from({ length: 200 }, (_, i) => `w${i}`);
    const bands = (words: readonly string[]) => new Set(bandsOf(signatureOf(shinglesOf(words))).map((hash, band) => `${band} ${hash}`));
    const near = bands(text.map((word, i) => (i % 50 === 7 ? 'other' : word)));
    expect([...bands(text)].some((band) => near.has(band))).toBe(true);
    const far = bands(text.map((word) => `x${word}`));
    expect([...bands(text)].some((band) => far.has(band))).toBe(false);
  });

  it('show the passages that they share, the longest first', () => {
    const passages = sharedPassages('甲 乙 丙 丁 one 戊 己 庚'.split(' '), '乙 丙 丁 x 己 庚 甲 乙 丙 丁'.split(' '), 5);
    expect(passages.map(({ ours }) => ours)).toEqual(['甲乙丙丁']);
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }), (ours, theirs) => {
      for (const passage of sharedPassages(ours, theirs, 9)) expect([ours.join(' ').includes(passage.ours), theirs.join(' ').includes(passage.theirs)]).toEqual([true, true]);
    }));
  });
});

describe('names', () => {
  const found = (name: string, text: string) => findNames([name], [{ place: 'answer', of: 'plan', text }]).length > 0;
  it.each<[string, string, boolean]>([
    ['示例作者甲', '联系示例 作者甲。', true],
    ['示例公司', '示例公　司研发', true],
    ['Li Wei', 'by LI  WEI, 2025', true],
    ['Li Wei', '负责人Li Wei教授', true],
    ['Li Wei', 'Beli Weimar', false],
    ['A+B (科技)', '由A+B (科技)提供', true],
    ['甲', '甲乙丙', false],
    ['', '任何文字', false],
  ])('%s in “%s”: %s', (name, text, is) => expect(found(name, text)).toBe(is));
});

describe('conflicts', () => {
  const ids = fc.constantFrom('1', '2', '3', '4');
  const belonging = fc.record({ organisation: ids, parent: fc.option(ids) });
  const judges = fc.record({ person: ids, name: ids, belongings: fc.array(belonging, { maxLength: 2 }), projects: fc.uniqueArray(ids), tied: fc.uniqueArray(ids), teamMates: fc.uniqueArray(ids) });
  const entries = fc.record({ entry: ids, project: ids, organisation: fc.option(belonging), team: fc.uniqueArray(ids), opposed: fc.uniqueArray(ids) });

  it('are all that a second reading of the rules finds', () => {
    fc.assert(
      fc.property(judges, entries, fc.boolean(), (j, e, isDeclared) => {
        const judge: JudgeFacts = { ...j, projects: new Set(j.projects), tied: new Set(j.tied), teamMates: new Set(j.teamMates) };
        const entry: EntryFacts = { ...e, team: new Set(e.team) };
        const near = (a: Belonging, b: Belonging | null) => b !== null && (a.organisation === b.organisation || a.parent === b.organisation || a.organisation === b.parent);
        const expected = isDeclared || j.projects.includes(e.project) || e.team.includes(j.person) || e.team.some((one) => j.teamMates.includes(one)) || j.tied.includes(e.project) || j.belongings.some((own) => near(own, e.organisation)) || e.opposed.includes(j.name);
        expect(conflictsBetween(judge, entry, new Map(isDeclared ? [[`${e.entry} ${j.person}`, ['declared-by-office']]] : [])).length > 0).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('affinity', () => {
  it('grows with shared rare words, the field and the bid', () => {
    const texts = [['石墨烯', '薄膜', '项目'], ['抗体', '药物', '项目'], ['石墨烯', '材料']];
    const vocabulary = vocabularyOf(texts);
    const [film, drug, judge] = texts.map((words) => weigh(words, vocabulary)) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>, ReadonlyMap<string, number>];
    const [toFilm, toDrug] = likenessTo([film, drug])(judge);
    expect(toFilm).toBeGreaterThan(toDrug!);
    expect(likenessTo([film])(film)[0]).toBeCloseTo(1, 9);
    expect(affinity({ sameField: true, words: 1, bid: 2 })).toBe(1300);
    expect(affinity({ sameField: false, words: 0, bid: -2 })).toBe(0);
  });
});
