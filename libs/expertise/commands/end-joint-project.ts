import { command, Day, Flag, notAhead, Text } from '#platform';
import { jointProjectEnded, jointProjectMachine } from '../domain/institute.js';
import { jointProjectKind } from './kinds.js';

export class EndJointProject {
  @Flag({ description: 'false where it ended early' }) done!: boolean;
  @Day() on!: string;
  @Text({ min: 2, max: 4000, description: 'What came of it, or why it stopped' }) outcome!: string;
}

export const endJointProject = command({
  name: 'end-joint-project',
  summary: 'Ends a joint project: done with its outcome, or stopped with a reason.',
  on: jointProjectKind,
  may: 'run',
  target: (input: EndJointProject & { jointProject: string }) => input.jointProject,
  async decide(c, { done, on, outcome }, { id, aggregate, title }) {
    await notAhead(c, on);
    c.move(aggregate, jointProjectMachine.take(done ? 'finish' : 'stop', aggregate.state, {}, [jointProjectEnded({ title, outcome, on })]));
    await c.tx.jointProject.update({ where: c.key(id), data: { endedOn: on, outcome } });
  },
});
