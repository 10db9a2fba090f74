import type { Feature } from '#platform';
import { noticeReaction } from './domain/notice-reaction.js';
import { NOTICES } from './domain/notices.js';
import { NotifyModule } from './notify.module.js';

export { Mail } from './mail.js';

export const notify: Feature = {
  name: 'notify',
  module: NotifyModule,
  machines: [],
  events: [],
  refusals: [],
  reactions: NOTICES.map(noticeReaction),
  // Everyone has an inbox, and only his own: there is nothing to grant.
  permits: () => undefined,
};
