import { pause } from '#platform';
import { Injectable } from '@nestjs/common';
import { callGateway, TextRefused, textGateway } from './gateway.js';
import { Sender, type Failing, type Outgoing } from './sender.js';

/** As long as a gateway’s templates take. */
const MOST_SIGNS = 200;

/** What is urgent as text messages, one after another at the pace that the gateway takes. */
@Injectable()
export class Texts extends Sender {
  protected readonly channel = 'text';
  protected readonly atOnce = 1;
  private readonly gateway = textGateway(this.config);
  protected readonly ready = this.gateway !== undefined;

  protected async handOver({ address, said, id }: Outgoing): Promise<void> {
    const [{ words, language, notice }] = said;
    const more = said.length === 1 ? '' : language === 'zh' ? `（共 ${said.length} 条）` : ` (${said.length} of them)`;
    const text = notice.text === 'code' ? words.text : words.subject + more;
    await callGateway(this.gateway!, { to: address, text: text.slice(0, MOST_SIGNS), id });
    await pause(1000 / this.config.TEXTS_A_SECOND);
  }

  protected failing(error: unknown): Failing {
    if (!(error instanceof TextRefused)) return 'unreachable';
    return error.status >= 400 && error.status < 500 && error.status !== 429 ? 'for-good' : 'again';
  }
}
