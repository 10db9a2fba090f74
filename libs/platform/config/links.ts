import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = 32;

/** The id in a link that is of one asking: the thing's own, with the instant from which the link holds. */
export const dated = (id: string, instant: string): string => `${id}~${Date.parse(instant)}`;

export function undated(text: string): { id: string; at: Date } {
  const [id = '', at] = text.split('~');
  return { id, at: new Date(Number(at)) };
}

/**
 * Links that only the service can make: an id with a signature for one purpose. Nothing of them is stored, so that no
 * list of secrets can leak; what a link may do ends with the state of the thing that it names.
 */
export class Links {
  constructor(private readonly secret: string) {}

  token(purpose: string, id: string): string {
    return `${id}.${this.signature(purpose, id)}`;
  }

  /** The id that a token names, or null when it was not made here for this purpose. */
  read(purpose: string, token: string): string | null {
    const at = token.lastIndexOf('.');
    const [id, given] = [token.slice(0, at), token.slice(at + 1)];
    const own = this.signature(purpose, id);
    return given.length === own.length && timingSafeEqual(Buffer.from(given), Buffer.from(own)) ? id : null;
  }

  /** Six digits for one purpose and thing, to be typed by whoever they were sent to. */
  code(purpose: string, id: string): string {
    return String(createHmac('sha256', this.secret).update(`${purpose} code\n${id}`).digest().readUInt32BE() % 1_000_000).padStart(6, '0');
  }

  private signature(purpose: string, id: string): string {
    return createHmac('sha256', this.secret).update(`${purpose}\n${id}`).digest('base64url').slice(0, SIGNATURE);
  }
}
