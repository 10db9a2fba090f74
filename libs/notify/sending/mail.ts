import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { mailBody } from './body.js';
import { Sender, type Failing, type Outgoing } from './sender.js';
import { isForGood, isUnreachable, MAILS_AT_ONCE, mailTransport } from './transport.js';

/** Notices as mails, each under a Message-ID that is the same at a second try. */
@Injectable()
export class Mail extends Sender implements OnApplicationShutdown {
  protected readonly channel = 'mail';
  protected readonly atOnce = MAILS_AT_ONCE;
  private readonly transport: Transporter | undefined = mailTransport(this.config);
  protected readonly ready = this.transport !== undefined;

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  protected async handOver({ address, said, id }: Outgoing): Promise<void> {
    const { MAIL_FROM, BOUNCES_TO, baseUrl } = this.config;
    const [{ language, alone, replyTo }] = said;
    const { subject, text, html } = mailBody(said.map(({ words }) => words), language, baseUrl);
    const unsubscribe = alone ? {} : { list: { unsubscribe: `${baseUrl}/notices?tab=wishes` } };
    const envelope = BOUNCES_TO === undefined ? {} : { envelope: { from: BOUNCES_TO, to: address } };
    await this.transport!.sendMail({ from: MAIL_FROM, to: address, subject, text, html, messageId: `<${id}@${new URL(baseUrl).hostname}>`, ...(replyTo !== '' && { replyTo }), ...unsubscribe, ...envelope });
  }

  protected failing(error: unknown): Failing {
    return isForGood(error) ? 'for-good' : isUnreachable(error) ? 'unreachable' : 'again';
  }
}
