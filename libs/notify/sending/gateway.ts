import { readFileSync } from 'node:fs';
import { StartFailure, type Config } from '#platform';

/** Where text messages go: an HTTP call as the operator's gateway wants it, with {to}, {text} and {id} in its places. */
interface Gateway {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the gateway's answer holds where it took a message, as a regular expression; without it, any answer of 2xx. */
  readonly taken: RegExp | null;
}

/** The gateway refused a message: for good where it says so by a status of 4xx. */
export class TextRefused extends Error {
  constructor(
    readonly status: number,
    answer: string,
  ) {
    super(`the gateway answered ${status} ${answer.slice(0, 200)}`.trim());
  }
}

const TIMEOUT_MS = 10_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The gateway that a file describes (JSON: url, headers, body, taken); undefined where none is named. @throws StartFailure where it can't be read as one */
export function textGateway({ TEXTS_FILE: file }: Config): Gateway | undefined {
  if (file === undefined) return undefined;
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw StartFailure.from(error, file);
  }
  const { url, headers = {}, body, taken = null } = isRecord(said) ? said : {};
  const wrong = (what: string) => new StartFailure(`${file}: ${what}`);
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw wrong('"url" must be the gateway’s address');
  if (typeof body !== 'string' || !body.includes('{to}') || !body.includes('{text}')) throw wrong('"body" must have {to} and {text} in it');
  if (!isRecord(headers) || !Object.values(headers).every((value) => typeof value === 'string')) throw wrong('"headers" must be names with texts');
  try {
    return { url, headers: headers as Record<string, string>, body, taken: taken === null ? null : new RegExp(String(taken)) };
  } catch {
    throw wrong('"taken" is no regular expression');
  }
}

/** What a call carries: values are written as its form has them, JSON or a form's fields. */
function filledBody(body: string, values: Readonly<Record<'to' | 'text' | 'id', string>>): string {
  const asJson = /^\s*[{[]/.test(body);
  return body.replace(/\{(to|text|id)\}/g, (_, name: 'to' | 'text' | 'id') => (asJson ? JSON.stringify(values[name]).slice(1, -1) : encodeURIComponent(values[name])));
}

/** Hands a text message to the gateway. @throws TextRefused where it did not take it, Error where it can't be reached */
export async function callGateway({ url, headers, body, taken }: Gateway, values: Readonly<Record<'to' | 'text' | 'id', string>>): Promise<void> {
  const kind = /^\s*[{[]/.test(body) ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded';
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': kind, ...headers }, body: filledBody(body, values), redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await answer.text();
  if (!answer.ok || (taken && !taken.test(text))) throw new TextRefused(answer.status, text);
}
