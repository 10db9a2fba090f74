import { readFileSync } from 'node:fs';
import { StartFailure, type Config } from '#platform';
import { createTransport, type Transporter } from 'nodemailer';

/** Mails that go out at the same time. */
export const MAILS_AT_ONCE = 5;

/** The mail server that the settings name; undefined where they name none. @throws StartFailure where the key of signatures can't be read */
export function mailTransport(config: Config): Transporter | undefined {
  if (config.SMTP_URL === undefined) return undefined;
  const bounds = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true };
  const pace = config.MAILS_A_SECOND === 0 ? {} : { rateDelta: 1000, rateLimit: config.MAILS_A_SECOND };
  return createTransport({ url: config.SMTP_URL, pool: true, maxConnections: MAILS_AT_ONCE, maxMessages: 1000, ...bounds, ...pace, ...dkim(config) } as object);
}

function dkim({ DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: file }: Config): object {
  if (domainName === undefined || file === undefined) return {};
  try {
    return { dkim: { domainName, keySelector, privateKey: readFileSync(file, 'utf8') } };
  } catch (error) {
    throw StartFailure.from(error, file);
  }
}

/** Whether the server refused a mail for good (RFC 5321, 5yz): another try would come to the same. */
export const isForGood = (error: unknown): boolean => {
  const code = (error as { responseCode?: number }).responseCode;
  return code !== undefined && code >= 500 && code < 600;
};

/** Whether the server could not be reached at all, so that the next mail would fare no better. */
export const isUnreachable = (error: unknown): boolean => ['ECONNECTION', 'ESOCKET', 'ECONNREFUSED', 'ETIMEDOUT', 'EDNS', 'EAUTH'].includes((error as { code?: string }).code ?? '') && (error as { responseCode?: number }).responseCode === undefined;
