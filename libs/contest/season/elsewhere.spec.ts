import { editionOf } from './elsewhere.js';
import { readEdition } from './edition-file.js';
import { fromHotcrp } from './from-hotcrp.js';
import { fromPretalx } from './from-pretalx.js';

const NAMED = { contest: '大会', edition: 3, group: '全部', round: '评审' };

/** In the form of HotCRP's downloads: “JSON” of submissions, and “Scores” as CSV. */
const PAPERS = JSON.stringify([
  { object: 'paper', pid: 1, title: 'Fast sorting', abstract: '…', authors: [{ email: 'a@x.example', first: 'A', last: 'B', affiliation: '示例大学' }], topics: ['Algorithms'], status: 'accepted', decision: 'Accept' },
  { object: 'paper', pid: 2, title: 'Slow, "sure" sorting', authors: [{ affiliation: '' }], topics: { Systems: true }, status: 'rejected' },
  { object: 'paper', pid: 3, title: 'Gone', withdrawn: true, status: 'withdrawn' },
]);
const SCORES = 'paper,title,decision,review,reviewername,email,OveMer,RevExp,Nov\n1,Fast sorting,Accept,1A,甲,p@x.example,4,2,3\n1,Fast sorting,Accept,1B,乙,q@x.example,5,X,2\n2,"Slow, ""sure"" sorting",,2A,甲,p@x.example,2,1,1\n3,Gone,,3A,甲,p@x.example,1,1,1\n';

/** In the form of pretalx's API. */
const SUBMISSIONS = JSON.stringify({ count: 3, next: null, previous: null, results: [{ code: 'ABCDE', title: 'A talk', state: 'confirmed', speakers: [{ code: 'X', name: 'Jane' }], track: { id: 1, name: { en: 'Security', de: 'Sicherheit' } } }, { code: 'FGHIJ', title: 'Another', state: 'rejected', track: null }, { code: 'KLMNO', title: 'Withdrawn', state: 'withdrawn', track: null }] });
const category = (name: string, weight: string, is_independent = false) => ({ id: 1, name: { en: name }, weight, required: true, active: true, limit_tracks: [], is_independent });
const REVIEWS = JSON.stringify({ results: [
  { id: 1, submission: 'ABCDE', user: { code: 'R1', name: 'Reviewer one', email: 'r1@x.example' }, text: '', score: '7', scores: [{ id: 1, category: category('Content', '2.0'), value: '3.00', label: 'good' }, { id: 2, category: category('Fun', '1.0', true), value: '1.00', label: '' }], answers: [] },
  { id: 2, submission: 'ABCDE', user: { code: 'R2', name: 'Reviewer two' }, text: 'no marks', score: null, scores: [], answers: [] },
  { id: 3, submission: 'FGHIJ', user: { code: 'R1', name: 'Reviewer one' }, text: '', score: '1', scores: [{ id: 3, category: category('Content', '2.0'), value: '1.00', label: 'poor' }], answers: [] },
] });

describe('a contest that ran elsewhere', () => {
  it('comes over from HotCRP’s downloads', async () => {
    const found = await fromHotcrp(PAPERS, Buffer.from(SCORES));
    expect(found.leftOut).toEqual(['revexp: not every review has a number for it', '1 submissions that are withdrawn or could not be read', '1 reviews of them']);
    expect(await readEdition(await editionOf(found, NAMED))).toMatchObject({
      ...{ contest: '大会', edition: 3, round: '评审', scoring: 'mean', awards: 1 },
      entries: [{ key: '1', title: 'Fast sorting', organisation: '示例大学', field: 'Algorithms' }, { key: '2', title: 'Slow, "sure" sorting', organisation: null, field: 'Systems' }],
      judges: [{ key: 'p@x.example', name: '甲' }, { key: 'q@x.example', name: '乙' }],
      criteria: [{ name: 'ovemer', weight: 1 }, { name: 'nov', weight: 1 }],
      sheets: [{ entry: '1', judge: 'p@x.example', marks: [4, 3] }, { entry: '1', judge: 'q@x.example', marks: [5, 2] }, { entry: '2', judge: 'p@x.example', marks: [2, 1] }],
    });
    await expect(fromHotcrp(PAPERS, Buffer.from('title\nx'))).rejects.toThrow('no column "paper"');
  });

  it('comes over from pretalx’s API', async () => {
    const found = fromPretalx(SUBMISSIONS, REVIEWS);
    expect(found.leftOut).toEqual(['1 submissions that are drafts or withdrawn', '1 reviews without marks, or of them']);
    expect(await readEdition(await editionOf(found, NAMED))).toMatchObject({
      entries: [{ key: 'ABCDE', title: 'A talk', field: 'Security' }, { key: 'FGHIJ', title: 'Another', field: null }],
      judges: [{ key: 'R1', name: 'Reviewer one' }],
      criteria: [{ name: 'content', weight: 2 }],
      sheets: [{ entry: 'ABCDE', judge: 'R1', marks: [3] }, { entry: 'FGHIJ', judge: 'R1', marks: [1] }],
    });
    expect(() => fromPretalx(SUBMISSIONS, JSON.stringify({ results: [{ submission: 'ABCDE', user: 'R1', scores: [1] }] }))).toThrow('?expand=user,scores.category');
  });
});
