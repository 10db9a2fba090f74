import { Module } from '@nestjs/common';
import { NotificationsController } from './http/notifications.controller.js';
import { Mail } from './mail.js';
import { Inbox } from './views/inbox.js';

@Module({ controllers: [NotificationsController], providers: [Inbox, Mail], exports: [Mail] })
export class NotifyModule {}
