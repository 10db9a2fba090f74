import { eventType, refusalType, refuse, stateMachine, type Refusal } from '#kernel';
import { rankPanel, type PanelMethod, type Placed } from '#judging';

export const intakeMachine = stateMachine({
  name: 'intake',
  initial: 'open',
  states: { open: 'takes applications', closed: 'takes no more applications; those that are in are still decided' },
  transitions: { close: { from: ['open'], to: 'closed' }, reopen: { from: ['closed'], to: 'open' } },
});

export const intakeOpened = eventType<{ platform: string; name: string; people: readonly string[] }>('intake:opened', 'When a platform, or a term of a programme, takes applications.');
export const intakeClosed = eventType<{ platform: string; name: string }>('intake:closed', 'When an intake takes no more applications.');
export const intakeClosing = eventType('intake:closing', 'When the last day of an intake is over.');
export const intakeReopened = eventType<{ name: string }>('intake:reopened', 'When an intake takes applications again.');
export const reviewersNamed = eventType<{ name: string; people: readonly string[] }>('intake:reviewers-named', 'When who reviews an intake’s applications is named anew.');

export const applicationMachine = stateMachine({
  name: 'application',
  initial: 'submitted',
  states: { submitted: 'before the panel', accepted: 'taken', refused: 'not taken, with a reason', withdrawn: 'taken back by the team' },
  transitions: {
    review: { from: ['submitted'], to: 'submitted' },
    accept: { from: ['submitted'], to: 'accepted', guards: [panelAgrees] },
    refuse: { from: ['submitted'], to: 'refused' },
    withdraw: { from: ['submitted'], to: 'withdrawn' },
  },
});

export const applicationSubmitted = eventType<{ platform: string; intake: string; firm: string; people: readonly string[] }>('application:submitted', 'When a firm applies to a platform.');
export const applicationReviewed = eventType<{ reviewer: string; sheets: number; total: string }>('application:reviewed', 'When a reviewer has handed in his sheet on an application.');
export const applicationAccepted = eventType<{ intake: string; firm: string; total: string }>('application:accepted', 'When an application is taken.');
export const applicationRefused = eventType<{ intake: string; firm: string; reason: string }>('application:refused', 'When an application is not taken.');
export const applicationWithdrawn = eventType('application:withdrawn', 'When a team takes its application back.');

export const intakeIsClosed = refusalType('intake:closed', 'conflict', '“{intake}”已停止受理。', '"{intake}" takes no more applications.');
export const appliedAlready = refusalType('application:already', 'conflict', '本项目已向“{intake}”提出申请。', 'The project has applied to "{intake}" already.');
export const reviewerInConflict = refusalType('application:conflict', 'forbidden', '您与该项目有利益关系（{ties}），不能评审。', 'You are too near to this project ({ties}) to review it.');
export const notReviewer = refusalType('application:not-reviewer', 'forbidden', '您不是“{intake}”的评审人。', 'You are no reviewer of "{intake}".');
export const panelIncomplete = refusalType('application:panel-incomplete', 'unmet', '评审 {sheets} 份，少于所需 {quorum} 份。', '{sheets} sheets are in, fewer than the {quorum} that are needed.');
export const belowThreshold = refusalType('application:below-threshold', 'unmet', '评审得分 {total}，低于录取线 {threshold}。', 'The panel’s total is {total}, below the {threshold} that are needed.');

interface Panel {
  readonly sheets: number;
  readonly quorum: number;
  readonly total: string | null;
  readonly threshold: number;
}

function panelAgrees({ panel }: { panel?: Panel }): Refusal | null {
  if (!panel || panel.sheets < panel.quorum) return refuse(panelIncomplete, { sheets: panel?.sheets ?? 0, quorum: panel?.quorum ?? 1 });
  return Number(panel.total) < panel.threshold ? refuse(belowThreshold, { total: panel.total ?? '—', threshold: panel.threshold }) : null;
}

export interface SheetFacts {
  readonly application: string;
  readonly reviewer: string;
  readonly marks: readonly { readonly criterion: string; readonly mark: number }[];
}

/** Applications of an intake by the panel's sheets, the best first: ranked as entries of a contest are. */
export function rankApplications(rubric: readonly { readonly key: string; readonly weight: number }[], method: PanelMethod, applications: readonly string[], sheets: readonly SheetFacts[]): Placed[] {
  return rankPanel(
    { scoring: method, places: 2, drop: 1, dropFrom: 5, ties: [{ by: 'all-marks' }] },
    {
      entries: applications,
      weights: Object.fromEntries(rubric.map(({ key, weight }) => [key, weight])),
      sheets: sheets.map(({ application, reviewer, marks }) => ({ entry: application, judge: reviewer, marks: Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, String(mark)])) })),
    },
  );
}
