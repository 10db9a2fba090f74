import { language } from '../words.js';
import type { Problem } from './client.js';
import { queries } from './queries.js';

/** A key that a device or a password manager holds for someone. */
export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt: string;
}

/** Whether this browser knows passkeys, and the address is a name: to a number none can be bound. */
export const passkeysHere = (): boolean => 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(window.location.hostname);

const REFUSALS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  SESSION_NOT_FRESH: ['为安全起见，请重新登录后再添加。', 'For your safety sign in again first.'],
  PASSKEY_NOT_FOUND: ['此通行密钥未在本系统登记，或已移除。', 'This passkey is not known here, or was removed.'],
  PASSKEY_WITHOUT_OWNER: ['设备没有核验使用者，请开启设备的指纹、面容或密码。', 'The device did not ask who uses it: turn on its fingerprint, face or code.'],
};
const FAILED = ['没有成功：操作已取消，或设备不支持。', 'That did not work: it was cancelled, or the device can’t do it.'] as const;

async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`/api/auth/passkey/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw refusal(((await answer.json().catch(() => ({}))) as { code?: string }).code ?? '', answer.status);
  return (await answer.json()) as T;
}

function refusal(code: string, status: number): Problem {
  const [zh, en] = REFUSALS[code] ?? FAILED;
  return { code, status, detail: language() === 'zh' ? zh : en };
}

/** Lets the browser ask its user; what he cancels is told as what does not work. @throws Problem */
const asked = <T>(answer: Promise<T>): Promise<T> => answer.catch(() => Promise.reject(refusal('', 400)));

/** Signs in by a passkey that the browser offers. @throws Problem */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await call<Parameters<typeof startAuthentication>[0]['optionsJSON']>('generate-authenticate-options');
  await call('verify-authentication', { response: await asked(startAuthentication({ optionsJSON })) });
  queries.clear();
}

/** Makes a passkey on this device. @throws Problem */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await call<Parameters<typeof startRegistration>[0]['optionsJSON']>('generate-register-options');
  await call('verify-registration', { response: await asked(startRegistration({ optionsJSON })), name });
}

export const passkeys = (): Promise<Passkey[]> => call('list-user-passkeys');
export const removePasskey = (id: string): Promise<unknown> => call('delete-passkey', { id });
