import { Injectable } from '@nestjs/common';
import { isRefusal, refuse } from '#kernel';
import { type Actor, Database, notFound, Permissions, readTable, recusedOf } from '#platform';
import { wrongSheet } from '../domain/judging.js';
import { shadowDifferences, type ShadowLine } from '../domain/shadow.js';
import { planOfRound } from '../facts/round-plan.js';
import { scoreText } from '../facts/results.js';

const ENTRY = ['项目编号', 'entry', '项目', 'title'];
const SCORE = ['得分', '公布得分', 'score'];
const RANK = ['名次', '公布名次', 'rank'];

/** A round beside another system that scores the same marks. */
@Injectable()
export class ShadowView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** Every difference between this round's ranking and the one in a spreadsheet of entry, score and rank. */
  async compare(actor: Actor, id: string, content: unknown, sheet?: string) {
    const { prisma } = this.database;
    const round = await prisma.round.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Round'), { id }] }, include: { standings: { include: { entry: { select: { title: true, projectId: true } } }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] } } });
    if (!round || round.plan === null || round.standings.some(({ entry }) => recusedOf(actor).includes(entry.projectId))) return refuse(notFound, { kind: 'round', id });
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(wrongSheet, { problem: '0 B' });
    const lines = await readTable(content, sheet).then(linesOf).catch((error: Error) => refuse(wrongSheet, { problem: error.message.slice(0, 200) }));
    if (isRefusal(lines)) return lines;
    const ours = round.standings.map(({ entryId, entry, total, rank }) => ({ entry: entryId, title: entry.title, score: scoreText(round, total), rank }));
    const differences = shadowDifferences(ours, lines, planOfRound(round).places);
    const titles = new Map(ours.map(({ entry, title }) => [entry, title]));
    return { round: id, here: ours.length, there: lines.length, differences: differences.map((one) => ({ ...one, title: titles.get(one.entry) ?? null })) };
  }
}

/** @throws Error where a column is missing or a figure is none */
function linesOf({ columns, lines }: Awaited<ReturnType<typeof readTable>>): ShadowLine[] {
  const column = (names: readonly string[]) => names.find((name) => columns.includes(name));
  const [entry, score, rank] = [column(ENTRY), column(SCORE), column(RANK)];
  if (entry === undefined || (score === undefined && rank === undefined)) throw new Error(`缺少列 / missing column: ${entry === undefined ? ENTRY[0] : `${SCORE[0]}, ${RANK[0]}`}`);
  const figure = (line: number, text: string | undefined) => {
    if (text === undefined || text === '') return null;
    if (!Number.isFinite(Number(text))) throw new Error(`第 ${line} 行 / line ${line}: ${text}`);
    return text;
  };
  return lines.map(({ line, cells }) => {
    const place = figure(line, rank && cells[rank]);
    return { line, entry: cells[entry]!, score: figure(line, score && cells[score]), rank: place === null ? null : Number(place) };
  });
}
