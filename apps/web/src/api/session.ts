import { language } from '../words.js';
import { calls, isProblem, type Answer, type Problem } from './client.js';
import { queries } from './queries.js';

export type Me = NonNullable<Answer<'/api/session'>['person']>;

/** Who is signed in; null for nobody, undefined until it is known. */
export function useMe(): Me | null | undefined {
  return calls.useQuery('get', '/api/session', {}, { staleTime: 60_000 }).data?.person;
}

/** Whether someone runs a thing: he holds its role on it, or runs the district's office. */
export const runs = (me: Me | null | undefined, role: string, thing: string | undefined): boolean => me?.grants.some((grant) => grant.role === 'administrator' || (grant.role === role && grant.scope === thing)) ?? false;

/** The projects that someone is on the team of. */
export const projectsOf = (me: Me | null | undefined): ReadonlySet<string> => new Set(me?.grants.filter(({ role }) => role === 'team' || role === 'owner').map(({ scope }) => scope));

export const holds = (me: Me | null | undefined, role: string): boolean => me?.grants.some((grant) => grant.role === role) ?? false;

/** What better-auth says of a failure is in English alone; the codes that people meet are told in both. */
const REFUSALS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['邮箱或密码不正确。', 'The address or the password is not right.'],
  USER_ALREADY_EXISTS: ['该邮箱已注册，请直接登录。', 'This address has an account already: sign in.'],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ['该邮箱已注册，请直接登录。', 'This address has an account already: sign in.'],
  PASSWORD_TOO_SHORT: ['密码至少 10 位。', 'A password has at least 10 characters.'],
  PASSWORD_TOO_COMMON: ['该密码过于常见，很容易被猜中，请换一个。', 'This is one of the most common passwords and soon guessed: take another one.'],
  INVALID_CODE: ['验证码不正确。', 'The code is not right.'],
  INVALID_BACKUP_CODE: ['恢复码不正确或已用过。', 'The recovery code is not right, or was used.'],
  INVALID_PASSWORD: ['密码不正确。', 'The password is not right.'],
  INVALID_EMAIL: ['邮箱格式不正确。', 'This is no address for mail.'],
};
const TOO_MANY = ['尝试次数过多，请一分钟后再试。', 'Too many tries: wait a minute.'] as const;
const FAILED = ['没有成功，请稍后再试。', 'That did not work: try again in a moment.'] as const;

type Step = 'sign-in/email' | 'sign-up/email' | 'sign-out' | 'sign-in/social' | 'two-factor/enable' | 'two-factor/disable' | 'two-factor/verify-totp' | 'two-factor/verify-backup-code' | 'change-password' | 'revoke-other-sessions';

/** What comes of a step: a code is asked for, an address to go on to, or the secret of codes with recovery codes. */
interface Stepped {
  readonly twoFactorRedirect?: boolean;
  readonly url?: string;
  readonly totpURI?: string;
  readonly backupCodes?: readonly string[];
}

/** Signs in, up or out, and sets up how. @throws Problem */
export async function atTheDoor(step: Step, body: Readonly<Record<string, string | boolean>> = {}): Promise<Stepped> {
  const answer = await fetch(`/api/auth/${step}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) {
    const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string };
    const [zh, en] = answer.status === 429 ? TOO_MANY : (REFUSALS[code] ?? FAILED);
    throw { code, status: answer.status, detail: language() === 'zh' ? zh : en } satisfies Problem;
  }
  queries.clear();
  return ((await answer.json().catch(() => null)) ?? {}) as Stepped;
}

/** A place where someone is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly createdAt: string;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

/** Where one is signed in, and which of it is here. */
export async function signedIn(): Promise<{ all: SignedIn[]; here: string }> {
  const read = async <T>(path: string) => (await (await fetch(`/api/auth/${path}`)).json()) as T;
  const [all, { session }] = await Promise.all([read<SignedIn[]>('list-sessions'), read<{ session: SignedIn }>('get-session')]);
  return { all, here: session.id };
}

export const wordsOf = (error: unknown): string => (isProblem(error) ? error.detail : language() === 'zh' ? FAILED[0] : FAILED[1]);
