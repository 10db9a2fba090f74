import PostalMime from 'postal-mime';

/** A mail that came back for good: by the id that its Message-ID carried, and what the server says. */
interface Bounce {
  readonly id: string;
  readonly reason: string;
}

const MOST_BYTES = 1_000_000;

/** A field of a delivery report (RFC 3464, 2.3), with its lines put together. */
const field = (report: string, name: string): string | undefined => new RegExp(`^${name}:\\s*((?:.*)(?:\\r?\\n[ \\t].*)*)`, 'im').exec(report)?.[1]?.replaceAll(/\s+/g, ' ').trim();

/** What a report of failed delivery (RFC 3464) tells of one of our mails; null where it is none, or tells of one that is only late. */
export async function readBounce(message: Uint8Array): Promise<Bounce | null> {
  if (message.byteLength > MOST_BYTES) return null;
  const { attachments } = await PostalMime.parse(message, { forceRfc822Attachments: true, attachmentEncoding: 'utf8', maxNestingDepth: 20 }).catch(() => ({ attachments: [] }));
  const part = (kind: RegExp) => attachments.find(({ mimeType }) => kind.test(mimeType))?.content;
  const [report, returned] = [part(/^message\/delivery-status$/i), part(/^(message\/rfc822|text\/rfc822-headers)$/i)];
  if (typeof report !== 'string' || typeof returned !== 'string' || field(report, 'Action')?.toLowerCase() !== 'failed') return null;
  const id = /^<([0-9a-f-]{36})@/i.exec(field(returned, 'Message-ID') ?? '')?.[1];
  return id === undefined ? null : { id, reason: [field(report, 'Status'), field(report, 'Diagnostic-Code')].filter((said) => said !== undefined).join(' ') || 'returned' };
}
