import { isCreditCode } from '#kernel';
import { command, districtKind, isAddress } from '#platform';
import { judgesImported } from '../domain/judging.js';
import { poolJudge, type EnterJudge } from './enter-judge.js';

/** A row of the spreadsheet, with its number there. */
export interface JudgeLine {
  readonly line: number;
  readonly judge: EnterJudge;
}

export interface WrongLine {
  readonly line: number;
  readonly problem: { readonly zh: string; readonly en: string };
}

export const importJudges = command({
  name: 'import-judges',
  summary: 'Takes the judges of a spreadsheet into the pool; lines that are wrong are named and left out, and it can be sent again.',
  on: districtKind,
  may: 'set-up',
  exclusive: false,
  target: (_: { lines: readonly JudgeLine[] }, district) => district,
  async decide(c, { lines }, district) {
    const wrong: WrongLine[] = [];
    const seen = new Set<string>();
    let [entered, known] = [0, 0];
    for (const { line, judge } of lines) {
      const problem = problemOf(judge, seen);
      if (problem) {
        wrong.push({ line, problem });
        continue;
      }
      seen.add(judge.email.toLowerCase());
      if ((await poolJudge(c, judge)).known) known++;
      else entered++;
    }
    c.announce(district.aggregate, judgesImported({ entered, known, refused: wrong.length }));
    return { id: c.district, entered, known, wrong };
  },
});

function problemOf({ name, email, fields, creditCode, maxEntries }: EnterJudge, seen: ReadonlySet<string>): WrongLine['problem'] | null {
  if (name.trim() === '' || name.length > 80) return { zh: '缺少姓名', en: 'the name is missing' };
  if (!isAddress(email)) return { zh: `邮箱“${email}”有误`, en: `"${email}" is no e-mail address` };
  if (seen.has(email.toLowerCase())) return { zh: `邮箱“${email}”重复`, en: `"${email}" is there twice` };
  if (fields.length === 0 || fields.some((field) => field.length > 60)) return { zh: '缺少专业领域', en: 'the fields of expertise are missing' };
  if (creditCode !== undefined && !isCreditCode(creditCode)) return { zh: `统一社会信用代码“${creditCode}”有误`, en: `the credit code "${creditCode}" is wrong` };
  if (maxEntries !== undefined && !(Number.isInteger(maxEntries) && maxEntries > 0 && maxEntries <= 1000)) return { zh: '上限应为正整数', en: 'the limit must be a whole number above 0' };
  return null;
}
