import { Module } from '@nestjs/common';
import { LiveController } from './http/live.controller.js';
import { NotificationsController } from './http/notifications.controller.js';
import { Mail } from './mail.js';
import { Inbox } from './views/inbox.js';
import { LiveView } from './views/live.js';

@Module({ controllers: [LiveController, NotificationsController], providers: [Inbox, LiveView, Mail], exports: [Mail] })
export class NotifyModule {}
