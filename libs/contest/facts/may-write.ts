import type { Context } from '#platform';
import { callIsOver, callNotOpen } from '../domain/call.js';
import { correctionOver, entryNotEditable, WRITING } from '../domain/entry.js';
import { handedIn } from '../domain/late.js';
import type { CallRow, EntryRow } from '../commands/kinds.js';

/** @throws Refused unless an entry may be begun in the call now */
export function mayBegin(c: Context, call: CallRow): void {
  if (call.aggregate.state !== 'open') c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
  if (handedIn(call, c.now) === 'too-late') c.refuse(callIsOver, { call: call.name, at: call.closesAt.toISOString() });
}

/** The step of the entry's machine that writing on it is. @throws Refused unless a team may write on it now */
export function mayWrite(c: Context, { aggregate, call, returnedUntil }: EntryRow): 'change' | 'revise' | 'correct' {
  const step = WRITING[aggregate.state] ?? c.refuse(entryNotEditable, { state: aggregate.state });
  if (step === 'correct') {
    if (returnedUntil === null || c.now >= returnedUntil) c.refuse(correctionOver, { at: returnedUntil?.toISOString() ?? '' });
    return step;
  }
  if (handedIn(call, c.now) === 'too-late') c.refuse(callIsOver, { call: call.name, at: call.closesAt.toISOString() });
  if (call.aggregate.state !== 'open') c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
  return step;
}
