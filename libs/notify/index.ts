import { declaredIn, type Feature } from '#platform';
import * as settings from './domain/notice-setting.js';
import { notifyPermits } from './domain/permits.js';
import { noticeReaction } from './domain/notice-reaction.js';
import { NOTICES } from './domain/notices.js';
import { forgetAddresses } from './reactions/forget-addresses.js';
import { NotifyModule } from './notify.module.js';

export { eventLine } from './event-line.js';
export { Mail } from './sending/mail.js';
export { Texts } from './sending/texts.js';

export const notify: Feature = {
  name: 'notify',
  module: NotifyModule,
  ...declaredIn(settings),
  reactions: [...NOTICES.map(noticeReaction), forgetAddresses],
  permits: notifyPermits,
};
