import { Module } from '@nestjs/common';
import { DeliveriesController } from './http/deliveries.controller.js';
import { LiveController } from './http/live.controller.js';
import { NotificationsController } from './http/notifications.controller.js';
import { Mail } from './sending/mail.js';
import { Texts } from './sending/texts.js';
import { DeliveriesView } from './views/deliveries.js';
import { HabitsView } from './views/habits.js';
import { NoticesView } from './views/notices.js';
import { NoticesController } from './http/notices.controller.js';
import { Inbox } from './views/inbox.js';
import { LiveView } from './views/live.js';

@Module({ controllers: [DeliveriesController, LiveController, NotificationsController, NoticesController], providers: [DeliveriesView, HabitsView, Inbox, LiveView, Mail, NoticesView, Texts], exports: [Mail, Texts] })
export class NotifyModule {}
