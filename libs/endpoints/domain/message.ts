import type { Payload } from '#kernel';

/** An event as it leaves: what happened, to what, when. */
export interface Leaving {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly aggregate: string;
  readonly kind: string;
  readonly version: number;
  readonly project: string | null;
  readonly payload: Payload;
}

/** The body of a webhook, by the Standard Webhooks (type, timestamp, data). */
export const webhookBody = ({ id, name, at, aggregate, kind, version, project, payload }: Leaving): string =>
  JSON.stringify({ type: name, timestamp: at.toISOString(), data: { id, thing: { kind, id: aggregate, version }, project, said: payload } });

/** Texts that a robot's group reads as one. */
const MOST_LINES = 15;

/** What happened, for a group to read: one text, however much it was. */
export function robotText(lines: readonly string[]): string {
  const more = lines.length - MOST_LINES;
  return ['【赛孵园】', ...lines.slice(0, MOST_LINES), ...(more > 0 ? [`……另有 ${more} 条`] : [])].join('\n');
}
