import { createHmac } from 'node:crypto';
import type { EndpointKind } from '../domain/endpoint.js';

export interface RobotPost {
  readonly url: string;
  readonly body: string;
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/**
 * A text as the robot of a group takes it. DingTalk signs "time\nsecret" with the secret, in milliseconds, in the address;
 * Feishu signs nothing with "time\nsecret", in seconds, in the body; WeCom's key is in its address.
 */
export function robotPost(kind: Exclude<EndpointKind, 'webhook'>, url: string, secret: string | null, text: string, now: Date): RobotPost {
  const [milliseconds, seconds] = [String(now.getTime()), String(Math.floor(now.getTime() / 1000))];
  switch (kind) {
    case 'wecom':
      return { url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) };
    case 'dingtalk': {
      const signed = new URL(url);
      if (secret !== null) {
        signed.searchParams.set('timestamp', milliseconds);
        signed.searchParams.set('sign', hmac(secret, `${milliseconds}\n${secret}`));
      }
      return { url: signed.href, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) };
    }
    case 'feishu':
      return { url, body: JSON.stringify({ ...(secret !== null && { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, '') }), msg_type: 'text', content: { text } }) };
  }
}

/** What a robot's platform says against a message; null where it took it. They answer 200 to both. */
export function robotRefusal(text: string): string | null {
  try {
    const { errcode, code, errmsg, msg } = JSON.parse(text) as { errcode?: number; code?: number; errmsg?: string; msg?: string };
    const said = errcode ?? code ?? 0;
    return said === 0 ? null : `${said} ${errmsg ?? msg ?? ''}`;
  } catch {
    return 'its answer is no JSON';
  }
}
