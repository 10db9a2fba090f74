import { Clock, pause } from '#platform';
import { Visitor } from '../../../apps/cli/demo/visitor.js';
import { CALL, RUBRIC, type SheetItem } from '../../support/chain.js';
import { PASSWORD } from '../../support/service.js';
import type { History, Item } from './history.js';
import { draft, LAST_YEAR, type World } from './world.js';

/** A call that closes while the run goes on. */
export interface ShortCall {
  readonly id: string;
  readonly closesAt: string;
}

/** The people of a district at work: each goes on until the run is over, whatever happens to the service. */
export class Clients {
  readonly shortCalls: ShortCall[] = [];
  private over = false;
  private readonly at: Promise<unknown>[] = [];

  constructor(
    private readonly base: string,
    private readonly world: World,
    private readonly history: History,
    private readonly random: () => number,
    /** The share of the prepared work that is left to do, from 1 to 0: nobody hurries ahead of it. */
    private readonly left: () => number,
  ) {}

  async begin(): Promise<void> {
    const { teams, judges } = this.world;
    const office = await this.signedIn('office');
    const works = [
      this.callsOf(office),
      ...(await Promise.all(teams.map(async (team) => this.entriesOf(team, [await this.signedIn(team), await this.signedIn(team)])))),
      ...(await Promise.all(
        judges.map(async (name) => {
          const judge = await this.signedIn(name);
          return this.sheetsOf(await judge.all<SheetItem>('/score-sheets'), [judge, await this.signedIn(name)]);
        }),
      )),
      this.landing(office, 1),
      this.landing(office, 2),
      this.votesOf(office),
      this.drawdownsOf(office),
    ];
    this.at.push(...works.map((work) => this.untilOver(work)));
  }

  /** Everyone finishes what he is at. @throws what made one of them stop */
  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.at);
  }

  private readonly signedIn = (name: string): Promise<Visitor> => new Visitor(this.base, name, `${name}@test.example`, PASSWORD).signIn();

  private async untilOver(work: AsyncGenerator<unknown>): Promise<void> {
    while (!this.over && !(await work.next()).done) await pause(20 + this.random() * 150);
  }

  /** Entries are begun, changed on two devices, and handed in, some of them to calls that close meanwhile. */
  private async *entriesOf(name: string, [one, other]: [Visitor, Visitor]): AsyncGenerator<unknown> {
    for (let n = 0; ; n++) {
      const short = this.random() < 0.4 ? this.shortCalls.at(-1) : undefined;
      const call = short?.id ?? this.world.call;
      const year = short ? new Date(short.closesAt).getUTCFullYear() - 1 : LAST_YEAR - 1;
      const title = `${name}的第${n}个`;
      const begun = await this.history.ask('draft-entry', call, title, (headers) => one.post(`/calls/${call}/entries`, draft(title, year), headers));
      yield begun;
      if (begun.outcome !== 'done') continue;
      const entry = begun.answer['id'] as string;
      for (let times = 1 + Math.floor(this.random() * 3); times > 0; times--) {
        yield await Promise.all([this.change(one, entry), this.random() < 0.5 && this.change(other, entry)]);
        await this.history.look(entry, 'read-entry', async () => Number((await other.get<{ abstract: string }>(`/entries/${entry}`)).abstract));
      }
      if (this.random() < 0.5) {
        const project = begun.answer['project'] as string;
        const paper = `${title}.txt`;
        yield await this.history.ask('add-document', project, paper, (headers) => one.addDocument(project, paper, title, headers));
      }
      yield await this.history.ask('submit-entry', entry, call, (headers) => one.post(`/entries/${entry}/submit`, {}, headers));
    }
  }

  private readonly change = (who: Visitor, entry: string): Promise<Item> => {
    const value = 1 + Math.floor(this.random() * 1e9);
    return this.history.ask('change-entry', entry, value, (headers) => who.patch(`/entries/${entry}`, { abstract: String(value) }, headers));
  };

  /** A judge types marks on two devices, and hands each sheet in on one of them while the other may still save. */
  private async *sheetsOf(sheets: readonly SheetItem[], [one, other]: [Visitor, Visitor]): AsyncGenerator<unknown> {
    const save = (who: Visitor, sheet: string) => {
      const value = Math.floor(this.random() * 20) / 2;
      return this.history.ask('save-sheet', sheet, value, (headers) => who.patch(`/score-sheets/${sheet}`, { marks: [{ criterion: 'innovation', mark: value }] }, headers));
    };
    for (const [n, { id }] of sheets.entries()) {
      while (this.left() > 1 - n / sheets.length) yield await pause(100);
      yield await Promise.all([save(one, id), this.random() < 0.5 && save(other, id)]);
      const value = Math.floor(this.random() * 20) / 2;
      const submit = this.history.ask('submit-sheet', id, value, (headers) => one.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: value })) }, headers));
      yield await Promise.all([submit, this.random() < 0.3 && save(other, id)]);
    }
  }

  /** Deals ask for the same few sites, and give them up again. */
  private async *landing(office: Visitor, turn: number): AsyncGenerator<unknown> {
    const { deals, sites } = this.world;
    const from = new Date(new Clock().now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    for (let n = turn; ; n += turn) {
      const [deal, site] = [deals[n % deals.length]!, sites[Math.floor(this.random() * sites.length)]!];
      const reserved = await this.history.ask('reserve-site', site, deal, (headers) => office.post(`/deals/${deal}/reserve`, { site, from, until: '2098-12-31' }, headers));
      yield reserved;
      if (reserved.outcome !== 'refused') yield await this.history.ask('give-up-reservation', site, deal, (headers) => office.post(`/deals/${deal}/give-up-reservation`, { site, reason: '另选他处' }, headers));
    }
  }

  /** Approvals beyond what the fund has. */
  private async *votesOf(office: Visitor): AsyncGenerator<unknown> {
    const { fund, proposals } = this.world;
    for (const [n, proposal] of proposals.entries()) {
      while (this.left() > 1 - n / proposals.length) yield await pause(100);
      yield await this.history.ask('close-vote', fund, proposal, (headers) => office.post(`/fund-proposals/${proposal}/close-vote`, {}, headers));
    }
  }

  private async *drawdownsOf(office: Visitor): AsyncGenerator<unknown> {
    const { pledged: fund } = this.world;
    for (let n = 1; ; n++) {
      const amount = 1 + Math.floor(this.random() * 1e6);
      yield await this.history.ask('record-drawdown', fund, amount, (headers) => office.post(`/funds/${fund}/drawdowns`, { amount, on: '2025-03-10', reference: `第${n}笔` }, headers));
    }
  }

  /** Calls that close a few seconds after they open. */
  private async *callsOf(office: Visitor): AsyncGenerator<unknown> {
    for (let n = 1; ; n++) {
      const closesAt = new Date(new Clock().now().getTime() + 6000 + this.random() * 6000).toISOString();
      const drafted = await this.history.ask('draft-call', this.world.contest, `第${n}场`, (headers) => office.post(`/contests/${this.world.contest}/calls`, { ...CALL, name: `第${n}场`, closesAt }, headers));
      yield drafted;
      if (drafted.outcome !== 'done') continue;
      const id = drafted.answer['id'] as string;
      const published = await this.history.ask('publish-call', id, closesAt, (headers) => office.post(`/calls/${id}/publish`, {}, headers));
      if (published.outcome === 'done') this.shortCalls.push({ id, closesAt });
      for (let waited = 0; waited < 30; waited++) yield await pause(100);
    }
  }
}
