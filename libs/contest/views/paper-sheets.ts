import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, refusalWords, type Refusal } from '#kernel';
import { type Actor, type Caller, Commands, Database, notFound, Permissions, readTable, type Table } from '#platform';
import { submitSheet } from '../commands/submit-sheet.js';
import { otherWay, wrongSheet } from '../domain/judging.js';
import { paperSheets, readPaperSheets, type FilledSheet } from '../files/paper-sheets.js';
import { planOfRound } from '../facts/round-plan.js';

/** Score sheets out as a spreadsheet and in again: a judge's own, or for the office all of a round, as from paper. */
@Injectable()
export class PaperSheetsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly commands: Commands,
  ) {}

  async table(actor: Actor, id: string): Promise<Table | Refusal> {
    const read = await this.read(actor, id);
    if (!read) return refuse(notFound, { kind: 'round', id });
    const { plan, sheets } = read;
    const people = new Map((await this.database.prisma.person.findMany({ where: { districtId: actor.district, id: { in: sheets.map(({ judgeId }) => judgeId) } } })).map((person) => [person.id, person.name]));
    return paperSheets(
      plan.rubric,
      sheets.map(({ id: sheet, entry, judgeId, marks, comment, round }) => ({
        ...{ sheet, comment, judge: people.get(judgeId) ?? null },
        title: (round.call.blind ? (entry.redactions as Record<string, string>)['title'] : undefined) ?? entry.title,
        marks: new Map(marks.map(({ aspect, value, comment: said }) => [aspect.key, { mark: value.toNumber(), comment: said }])),
      })),
    );
  }

  /** Hands in what is filled in, sheet by sheet, each by the same command as in the service; what is wrong is named by its line. */
  async take(by: Caller, id: string, content: unknown) {
    const read = await this.read(by.actor, id);
    if (!read) return refuse(notFound, { kind: 'round', id });
    const { plan, sheets } = read;
    if (plan.rubric.length === 0) return refuse(otherWay, { way: plan.way });
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(wrongSheet, { problem: '0 B' });
    const filled = await readTable(content).then(({ columns, lines }) => readPaperSheets(plan.rubric, columns, lines)).catch((error: Error) => refuse(wrongSheet, { problem: error.message.slice(0, 200) }));
    if (isRefusal(filled)) return filled;
    const known = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    const wrong: { line: number; problem: { zh: string; en: string } }[] = [];
    let [submitted, unchanged] = [0, 0];
    for (const { line, sheet, marks, comment } of filled) {
      const there = known.get(sheet);
      if (there && sameAs(there.marks, marks)) {
        unchanged++;
        continue;
      }
      const done = there ? await this.commands.run(submitSheet, { actor: by.actor, requestId: by.requestId }, { sheet, marks, ...(comment !== '' && { comment }) }) : refuse(notFound, { kind: 'score-sheet', id: sheet });
      if (isRefusal(done)) wrong.push({ line, problem: { zh: refusalWords(done, 'zh'), en: refusalWords(done, 'en') } });
      else submitted++;
    }
    return { round: id, submitted, unchanged, wrong };
  }

  private async read(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await prisma.round.findUnique({ where: { districtId_id: { districtId: actor.district, id } } });
    const sheets = await prisma.scoreSheet.findMany({
      where: { AND: [this.permissions.where(actor, 'score', 'ScoreSheet'), { roundId: id, pulled: null }] },
      include: { entry: true, marks: { include: { aspect: true } }, round: { include: { call: true } } },
      orderBy: [{ judgeId: 'asc' }, { position: 'asc' }],
    });
    return round && round.plan !== null && sheets.length > 0 ? { plan: planOfRound(round), sheets } : null;
  }
}

/** Whether a sheet is in already with just these marks: a spreadsheet may be sent again. */
const sameAs = (there: readonly { aspect: { key: string }; value: { toNumber(): number } }[], marks: FilledSheet['marks']): boolean =>
  there.length > 0 && there.length === marks.length && marks.every(({ criterion, mark }) => there.some(({ aspect, value }) => aspect.key === criterion && value.toNumber() === mark));
