import { declaredIn, type Feature } from '#platform';
import * as projects from './domain/project.js';
import * as teams from './domain/team.js';
import { projectPermits } from './domain/permits.js';
import { ProjectModule } from './project.module.js';
import { forgetInvited } from './reactions/forget-invited.js';

export { joinTeam, nameFirm, openProject } from './open-project.js';
export { putOnFile, type Paper } from './put-on-file.js';
export { memberJoined, memberLeft } from './domain/team.js';
export { CHAPTERS, type Chapter } from './chapter.js';

export const project: Feature = {
  name: 'project',
  module: ProjectModule,
  ...declaredIn(projects, teams),
  reactions: [forgetInvited],
  permits: projectPermits,
};
