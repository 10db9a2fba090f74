import type { Words } from './form/field.js';
import { isPublic, toldState } from './entry.js';

export interface Standing {
  readonly now: Words;
  /** What comes next; null where the entry's way here has ended. */
  readonly next: Words | null;
  /** Whose turn it is. */
  readonly turn: 'team' | 'office' | 'judges' | 'nobody';
  /** When the next step comes, where that is known. */
  readonly at: Date | null;
}

/** What is known of an entry and its call when someone asks where it stands. */
export interface Whereabouts {
  readonly entry: string;
  readonly call: string;
  readonly closesAt: Date;
  readonly returnedUntil: Date | null;
  readonly announceUntil: Date | null;
  readonly unsentChanges: boolean;
}

const say = (zh: string, en: string): Words => ({ zh, en });
const ended = (now: Words): Standing => ({ now, next: null, turn: 'nobody', at: null });

/** Where an entry stands as its team may know it: what it is now, what comes next, whose turn it is and by when. */
export function standingOf(about: Whereabouts): Standing {
  const { call, closesAt, returnedUntil, unsentChanges } = about;
  switch (toldState(about.entry, call)) {
    case 'draft':
      return call === 'open'
        ? { now: say('草稿', 'Draft'), next: say('在截止前提交', 'Hand it in before the deadline'), turn: 'team', at: closesAt }
        : { now: say('草稿（征集已截止）', 'Draft; the call has closed'), next: say('即将标记为未提交', 'It will be marked as not handed in'), turn: 'office', at: null };
    case 'returned':
      return { now: say('退回修改', 'Given back for correction'), next: say('修改后重新提交', 'Correct it and hand it in again'), turn: 'team', at: returnedUntil };
    case 'submitted':
      return submitted(about, unsentChanges);
    case 'shortlisted':
      return call === 'final' ? { now: say('入围', 'Shortlisted'), next: say('可带入下一届', 'It can be carried over to the next edition'), turn: 'team', at: null } : { now: say('入围，公示中', 'Shortlisted; open to objections'), next: say('公示期满后结果生效', 'Results stand when the announcement ends'), turn: 'office', at: about.announceUntil };
    case 'lapsed':
      return { now: say('未提交', 'Not handed in'), next: say('可带入下一届或其他组别', 'It can be carried over to another group or edition'), turn: 'team', at: null };
    case 'not-selected':
      return { now: say('未入选', 'Not selected'), next: say('可带入下一届', 'It can be carried over to the next edition'), turn: 'team', at: null };
    case 'withdrawn':
      return ended(say('已撤回', 'Withdrawn'));
    case 'disqualified':
      return ended(say('已取消资格', 'Disqualified'));
    case 'moved':
      return ended(say('已转至其他组别', 'Carried over to another group'));
    case 'awarded':
      return { now: say('获奖', 'Won'), next: say('进入孵化', 'Incubation'), turn: 'office', at: null };
    case 'archived':
      return ended(say('往届项目', 'Of an earlier edition'));
    default:
      throw new Error(`An entry is ${about.entry}, for which nothing is said`);
  }
}

function submitted({ call, closesAt, announceUntil }: Whereabouts, unsentChanges: boolean): Standing {
  if (call === 'open')
    return unsentChanges
      ? { now: say('已提交，另有未提交的修改', 'Handed in, with changes that are not'), next: say('再次提交，否则以上次提交为准', 'Hand in again, or the last submission counts'), turn: 'team', at: closesAt }
      : { now: say('已提交', 'Handed in'), next: say('征集截止后进入评审', 'Judging, once the call has closed'), turn: 'office', at: closesAt };
  if (call === 'closed') return { now: say('已提交，待评审', 'Handed in; waiting for judging'), next: say('分配评委', 'Judges are assigned'), turn: 'office', at: null };
  if (call === 'judging') return { now: say('评审中', 'With the judges'), next: say('汇总评分并定结果', 'Marks are summed up and decided on'), turn: 'judges', at: null };
  if (isPublic(call)) return { now: say('公示中', 'Open to objections'), next: say('公示期满后结果生效', 'Results stand when the announcement ends'), turn: 'office', at: announceUntil };
  return { now: say('评审结束', 'Judged'), next: say('公示结果', 'Results are announced'), turn: 'office', at: null };
}
