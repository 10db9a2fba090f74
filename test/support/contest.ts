import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall, ROUND } from './chain.js';
import type { TestService } from './service.js';

export interface Entered {
  readonly team: Visitor;
  readonly entry: string;
  readonly project: string;
}

export type JudgeOf = Visitor & { readonly invitation: string };

export interface Proposal {
  readonly state: string;
  readonly feasible: boolean;
  readonly cost: number;
  readonly certificate: { judges: number[]; entries: number[] };
  readonly short?: { entry: string; places: number }[];
  readonly witness?: { entries: string[]; judges: string[] };
  readonly loads: { judge: string; entries: number }[];
  readonly weakest: { entry: string; affinity: number }[];
  readonly assignment: { entry: string; judge: string; affinity: number }[];
}

/** Contests as tests play them: people without end, calls a month apart, so that time only runs forward. */
export class Contests {
  private people = 0;
  private months = 0;

  constructor(
    private readonly service: TestService,
    private readonly office: Visitor,
  ) {}

  someone = (): Promise<Visitor> => this.service.visitor(`someone${++this.people}`).signUp();

  async enterIn(call: string, more: object = {}): Promise<Entered> {
    const team = await this.someone();
    const { id: entry, project } = await team.post<{ id: string; project: string }>(`/calls/${call}/entries`, { title: `项目 ${team.name}`, abstract: '摘要', facts: { ...ELIGIBLE, 'registration-year': 2025 }, ...more });
    await team.post(`/entries/${entry}/submit`);
    return { team, entry, project };
  }

  /** A judge of the pool with an account, who has accepted to judge the call. */
  async judgeOf(call: string, more: object = {}): Promise<JudgeOf> {
    const judge = await this.someone();
    await this.office.post('/judges', { name: judge.name, email: judge.email, fields: ['新材料'], ...more });
    const invitation = (await this.office.post(`/calls/${call}/judges`, { judge: judge.id })).id;
    await judge.post(`/judge-invitations/${invitation}/answer`, { accept: true });
    return Object.assign(judge, { invitation });
  }

  /** A call that has closed over `entries` plain entries, or over those that `entered` hands in. */
  async closedCall(entries: number, more: object = {}, entered: (call: string) => Promise<Entered[]> = (call) => Promise.all(Array.from({ length: entries }, () => this.enterIn(call)))): Promise<{ call: string; entries: Entered[] }> {
    const closing = new Date(Date.UTC(2025, 2 + ++this.months, 10, 10));
    const call = await openCall(this.office, { closesAt: closing.toISOString(), rounds: [{ ...ROUND, quorum: 1 }], ...more });
    const all = await entered(call);
    await this.service.moveTo(closing.toISOString());
    return { call, entries: all };
  }

  /** A round whose assignment is worked out. */
  async propose(call: string, terms: object): Promise<string> {
    const { id } = await this.office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: 2, maxPerJudge: 20, ...terms });
    await this.service.settle();
    return id;
  }

  proposal = (round: string): Promise<Proposal> => this.office.get<Proposal>(`/rounds/${round}/proposal`);

  async pairsOf(round: string): Promise<string[]> {
    return (await this.proposal(round)).assignment.map(({ entry, judge }) => `${entry} ${judge}`);
  }
}
