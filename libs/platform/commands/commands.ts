import { canonical, isRefusal, refusalType, sha256, type Refusal } from '#kernel';
import { type Prisma } from '../database/generated/client.js';
import type { Permissions } from '../permissions/permissions.js';
import { spanned } from '../trace/trace.js';
import { actorName, type Actor } from './actor.js';
import type { Answer, Command } from './command.js';
import type { Context } from './context.js';
import type { Aggregate, RecordedMove } from './record.js';
import type { Transactions } from './transaction.js';

/** Who calls, and how the call is known to the record and to a repetition. */
export interface Caller {
  readonly actor: Actor;
  readonly requestId: string | null;
  readonly idempotencyKey?: string;
  /** The version the caller saw; another one by now refuses the command. */
  readonly ifVersion?: number;
}

/** Done: what was made or changed, at which version, and the command's own answer. */
export type Done<A> = { readonly id: string; readonly state: string; readonly version: number } & (A extends void ? unknown : A);

export const notFound = refusalType('thing:not-found', 'missing', '没有找到“{kind}”{id}，或您无权查看。', 'There is no {kind} {id}, or you may not see it.');
export const forbidden = refusalType('action:forbidden', 'forbidden', '您不能对该“{kind}”执行“{action}”；请联系主办单位授权。', 'You may not "{action}" this {kind}; ask the office for the right.');
export const staleVersion = refusalType('version:stale', 'stale', '该“{kind}”已被他人修改（现为第 {version} 版）；请重新读取后再提交。', 'Someone changed this {kind} meanwhile (now version {version}); read it again and resend.');
export const keyReused = refusalType('idempotency:key-reused', 'invalid', '该 Idempotency-Key 已用于另一请求；请换一个新的。', 'This Idempotency-Key was used for another request; take a new one.');

/** The command runner: authorise, load, decide, and write state, events and audit in one transaction. */
export class Commands {
  constructor(
    private readonly transactions: Transactions,
    private readonly permissions: Permissions,
  ) {}

  async run<I extends object, Row extends { aggregate: Aggregate }, A extends Answer>(
    definition: Command<I, Row, A>,
    caller: Caller,
    input: I,
  ): Promise<Done<A> | Refusal> {
    return spanned(`command ${definition.name}`, caller.requestId, {}, () => this.runs(definition, caller, input));
  }

  private async runs<I extends object, Row extends { aggregate: Aggregate }, A extends Answer>(definition: Command<I, Row, A>, caller: Caller, input: I): Promise<Done<A> | Refusal> {
    const { actor, requestId } = caller;
    const outcome = await this.transactions.run(
      { command: definition.name, actor, requestId },
      async (c): Promise<{ kept: Done<A> } | { target: Aggregate; answer: A }> => {
        const kept = await firstAnswer(c, definition.name, caller, input);
        if (kept) return { kept: kept as Done<A> };
        const target = await this.load(c, definition, input, caller);
        return { target: target.aggregate, answer: await definition.decide(c, input, target) };
      },
      async (c, value, moves) => {
        if ('target' in value) await keepAnswer(c, definition.name, caller, input, { ...done(value.target, value.answer, moves), ...(definition.toldOnce !== undefined && { [definition.toldOnce]: null }) });
      },
    );
    if (isRefusal(outcome)) return outcome;
    const { value, moves } = outcome;
    return 'kept' in value ? value.kept : (done(value.target, value.answer, moves) as Done<A>);
  }

  /** Why a caller may not do a command, asked before what he sent is read; null where he may. `input`: what names the target. */
  async barred<I extends object, Row extends { aggregate: Aggregate }, A extends Answer>(definition: Command<I, Row, A>, caller: Caller, input: Partial<I> = {}): Promise<Refusal | null> {
    const { actor, requestId } = caller;
    const found = await this.transactions.run({ command: definition.name, actor, requestId }, (c) => this.load(c, { ...definition, exclusive: false }, input as I, caller));
    return isRefusal(found) ? found : null;
  }

  private async load<I extends object, Row extends { aggregate: Aggregate }, A extends Answer>(
    c: Context,
    { on, may, target, exclusive = true }: Command<I, Row, A>,
    input: I,
    { ifVersion }: Caller,
  ): Promise<Row> {
    const id = target(input, c.district);
    if (exclusive) await c.lock(id);
    const row = await on.find(c.tx, c.key(id));
    if (!row) return c.refuse(notFound, { kind: on.kind, id });
    if (!this.permissions.allows(c.actor, may, on.subject, row)) {
      if (!this.permissions.allows(c.actor, 'read', on.subject, row)) return c.refuse(notFound, { kind: on.kind, id });
      return c.refuse(forbidden, { kind: on.kind, action: may });
    }
    if (ifVersion !== undefined && ifVersion !== row.aggregate.version) return c.refuse(staleVersion, { kind: on.kind, version: row.aggregate.version });
    return row;
  }
}

/** What the answer names by its id, else the thing made first, else the target, as it is after the command. */
function done(target: Aggregate, answer: Answer, moves: readonly RecordedMove[]): Done<object> {
  const after = moves.map((move) => move.after);
  const named = after.find(({ id }) => id === answer?.['id']);
  const { id, state, version } = named ?? after.find((made) => made.version === 1) ?? after.find((moved) => moved.id === target.id) ?? target;
  return { id, state, version, ...answer };
}

const fingerprint = (command: string, input: object) => sha256(canonical({ command, input: JSON.parse(JSON.stringify(input)) }));

async function firstAnswer(c: Context, command: string, { actor, idempotencyKey }: Caller, input: object): Promise<unknown> {
  if (idempotencyKey === undefined) return undefined;
  const key = { districtId: c.district, actor: actorName(actor), key: idempotencyKey };
  // A call that comes again while the first one is at work waits for it: decided by what was before, it would be refused what the first one did.
  await c.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${key.districtId} ${key.actor} ${key.key}`}, 0))`;
  const kept = await c.tx.answer.findUnique({ where: { districtId_actor_key: key } });
  if (!kept) return undefined;
  return kept.fingerprint === fingerprint(command, input) ? kept.answer : c.refuse(keyReused);
}

async function keepAnswer(c: Context, command: string, { actor, idempotencyKey }: Caller, input: object, answer: object): Promise<void> {
  if (idempotencyKey === undefined) return;
  await c.tx.answer.create({
    data: {
      districtId: c.district,
      actor: actorName(actor),
      key: idempotencyKey,
      command,
      fingerprint: fingerprint(command, input),
      answer: answer as Prisma.InputJsonObject,
      at: c.now,
    },
  });
}
