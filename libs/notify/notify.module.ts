import { Module } from '@nestjs/common';
import { DeliveriesController } from './http/deliveries.controller.js';
import { LiveController } from './http/live.controller.js';
import { NotificationsController } from './http/notifications.controller.js';
import { Mail } from './mail.js';
import { DeliveriesView } from './views/deliveries.js';
import { Inbox } from './views/inbox.js';
import { LiveView } from './views/live.js';

@Module({ controllers: [DeliveriesController, LiveController, NotificationsController], providers: [DeliveriesView, Inbox, LiveView, Mail], exports: [Mail] })
export class NotifyModule {}
