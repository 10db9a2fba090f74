import type { Decision, Facts } from '#kernel';
import { enterPerson } from '#identity';
import { command, Day, Email, FactsField, newId, Text } from '#platform';
import { openProject } from '#project';
import { incubateeAdmitted } from '../domain/incubatee.js';
import { judgeAdmission, takeIn } from '../facts/take-in.js';
import { incubateeKind, platformKind } from './kinds.js';

export class EnterIncubatee {
  @Text({ max: 120, description: 'What the firm works on' }) project!: string;
  @Text({ max: 120 }) firm!: string;
  @Text({ optional: true, max: 18, description: 'Unified social credit code' }) creditCode?: string;
  @Day({ optional: true, description: 'When the firm was founded' }) registeredOn?: string;
  @Text({ optional: true, max: 60 }) field?: string;
  @Day({ description: 'The day it came in' }) from!: string;
  @Day() to!: string;
  @FactsField({ optional: true, example: { 'new-technology': true, 'registered-and-working-here': true } }) facts?: Facts;
  @Text({ optional: true, max: 80, description: 'Who reports for the firm' }) contact?: string;
  @Email({ optional: true, description: 'His address; a link lets him in' }) email?: string;
}

export const enterIncubatee = command({
  name: 'enter-incubatee',
  summary: 'Enters a firm that is in a platform already, by the rule that was in force on the day it came in.',
  on: platformKind,
  may: 'admit',
  exclusive: false,
  target: (input: EnterIncubatee & { platform: string }) => input.platform,
  async decide(c, { project: title, contact, email, ...given }, platform) {
    const owner = email === undefined ? null : await enterPerson(c, { name: contact ?? given.firm, email });
    const id = newId();
    const unknown = { creditCode: null, registeredOn: null, field: null };
    const judged = await judgeAdmission(c, platform, { id, projectId: id, ...unknown }, given);
    const projectId = await openProject(c, title, given.firm, owner);
    const begun: Decision = { to: 'admitted', events: [incubateeAdmitted({ platform: platform.id, firm: given.firm, from: given.from, to: given.to })] };
    c.create(incubateeKind.kind, begun, { id, project: projectId });
    await c.tx.incubatee.create({ data: { districtId: c.district, id, projectId } });
    await takeIn(c, platform, { id, projectId, ...unknown }, given, judged, { named: true });
    return { id, project: projectId };
  },
});
