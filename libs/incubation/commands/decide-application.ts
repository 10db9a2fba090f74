import { Choice, command, Text } from '#platform';
import { applicationAccepted, applicationMachine, applicationRefused } from '../domain/intake.js';
import { enrol } from '../facts/enrol.js';
import { offerPlace } from '../facts/offer-place.js';
import { rankedBy, sheetsOf } from '../facts/sheets-of.js';
import { applicationKind } from './kinds.js';

export class DecideApplication {
  @Choice(['accept', 'refuse']) decision!: 'accept' | 'refuse';
  @Text({ min: 2, max: 2000, description: 'Why; the team reads it' }) reason!: string;
}

export const decideApplication = command({
  name: 'decide-application',
  summary: 'Takes an application or not, and why; to be taken it needs enough sheets and the panel’s total.',
  on: applicationKind,
  may: 'decide',
  target: (input: DecideApplication & { application: string }) => input.application,
  async decide(c, { decision, reason }, application) {
    const { id, aggregate, intake, firm, reviews } = application;
    const total = rankedBy(intake, [id], sheetsOf(reviews))[0]!.score;
    const said = { intake: intake.name, firm };
    if (decision === 'accept') {
      const panel = { sheets: reviews.length, quorum: intake.quorum, total, threshold: intake.threshold };
      c.move(aggregate, applicationMachine.take('accept', aggregate.state, { panel }, [applicationAccepted({ ...said, total: total ?? '' })]));
      if (intake.cohort) await enrol(c, intake.cohort, { project: application.projectId, name: firm });
      else await offerPlace(c, application);
    } else c.move(aggregate, applicationMachine.take('refuse', aggregate.state, {}, [applicationRefused({ ...said, reason })]));
    await c.tx.application.update({ where: c.key(id), data: { reason, total } });
  },
});
