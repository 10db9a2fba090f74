import { SMTPServer } from 'smtp-server';
import { freePort } from './service.js';

export interface Received {
  readonly to: string;
  readonly text: string;
}

/** A real mail server that takes mail, or refuses it with `refusing` as its answer. */
export async function mailServer() {
  const received: Received[] = [];
  const state: { refusing: number | null } = { refusing: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        if (state.refusing !== null) return done(Object.assign(new Error('not now, or not at all'), { responseCode: state.refusing }));
        received.push({ to: session.envelope.rcptTo[0]!.address, text });
        done();
      });
    },
  });
  // A client that is killed cuts its line: that is no error of the server's.
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { received, state, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) };
}

export const messageId = ({ text }: Received): string => /^Message-ID: <(.+)>/m.exec(text)?.[1] ?? '';
/** The text of the plain part, as a reader sees it. */
export const plainText = ({ text }: Received): string => {
  const [, head = '', body = ''] = /Content-Type: text\/plain([\s\S]*?)\r?\n\r?\n([\s\S]*?)(?:\r?\n--|$)/.exec(text) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return /quoted-printable/i.test(head) ? Buffer.from(body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString() : body;
};
/** The subject, decoded. */
export const subjectOf = ({ text }: Received): string =>
  (/^Subject: ((?:.*)(?:\r?\n .*)*)/m.exec(text)?.[1] ?? '').replaceAll(/\?=\r?\n =\?/g, '?= =?').replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, how: string, what: string) => (how.toUpperCase() === 'B' ? Buffer.from(what, 'base64') : Buffer.from(what.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')).toString());
