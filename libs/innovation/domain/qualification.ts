import { eventType, refusalType, stateMachine } from '#kernel';
import { CERTIFICATES, type CertificateKey } from '../rules/certificates.js';

export const qualificationMachine = stateMachine({
  name: 'qualification',
  initial: 'claimed',
  states: {
    claimed: 'applied for; what the rules said on that day is kept with it',
    recognised: 'has its certificate',
    refused: 'was not recognised, with the reason',
    expired: 'its term is over',
    cancelled: 'was taken away, with the reason',
    withdrawn: 'was taken out with the import that brought it',
  },
  transitions: {
    recognise: { from: ['claimed'], to: 'recognised' },
    refuse: { from: ['claimed'], to: 'refused' },
    expire: { from: ['recognised'], to: 'expired' },
    cancel: { from: ['recognised'], to: 'cancelled' },
    withdraw: { from: ['recognised', 'expired'], to: 'withdrawn' },
  },
});

// Not an interface: what an event says is open to being read by any name.
type Named = { readonly firm: string; readonly key: string; readonly title: string };

/** How events name a firm's qualification. */
export const nameOf = (firm: string, key: string): Named => ({ firm, key, title: CERTIFICATES[key as CertificateKey].zh });

export const qualificationClaimed = eventType<Named & { kind: string; verdict: string; version: string }>('qualification:claimed', 'When a firm applies for a qualification.');
export const qualificationRecognised = eventType<Named & { number: string; expiresOn: string | null }>('qualification:recognised', 'When a firm’s qualification is recognised.');
export const qualificationRefused = eventType<Named & { reason: string }>('qualification:refused', 'When a qualification is not recognised.');
export const qualificationEnding = eventType<Named & { days: number; expiresOn: string }>('qualification:ending', 'When a certificate has 180, 90 or 30 days left.');
export const qualificationOver = eventType<Named & { expiresOn: string }>('qualification:over', 'When the term of a certificate has come to its end.');
export const qualificationExpired = eventType<Named & { expiresOn: string }>('qualification:expired', 'When a qualification has expired.');
export const qualificationCancelled = eventType<Named & { on: string; reason: string }>('qualification:cancelled', 'When a qualification is taken away.');

export const noRuleThen = refusalType('qualification:no-rule', 'unmet', '{on} 没有适用于“{key}”（{kind}）的规定。', 'No rule for "{key}" ({kind}) holds on {on}.');
export const claimedAlready = refusalType('qualification:claimed-already', 'conflict', '“{firm}”的同一资质申请正在办理。', '"{firm}" has applied for it already.');
export const certificateKnown = refusalType('qualification:number-known', 'conflict', '证书编号“{number}”已登记。', 'The number "{number}" is registered already.');
export const certificateDates = refusalType('qualification:dates', 'invalid', '有效期至 {expiresOn} 早于发证日期 {issuedOn}。', 'It ends ({expiresOn}) before it was issued ({issuedOn}).');

/** Days before the end of a certificate on which its firm is reminded. */
export const REMIND_BEFORE = [180, 90, 30] as const;
