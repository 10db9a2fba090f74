import { eventType, refusalType, stateMachine } from '#kernel';

export const apiKeyMachine = stateMachine({ name: 'api-key', initial: 'active', states: { active: 'acts for its person until it expires', revoked: 'acts no more' }, transitions: { revoke: { from: ['active'], to: 'revoked' } } });

export const keyMade = eventType<{ name: string; scopes: readonly string[]; until: string }>('key:made', 'When someone makes a key by which a program acts for him.');
export const keyRevoked = eventType<{ name: string }>('key:revoked', 'When a key is taken back.');

export const scopeUnknown = refusalType('key:scope', 'invalid', '“{scope}”不是可用的范围；格式为“标签:read”或“标签:write”，“*”表示全部。', '"{scope}" is no scope: write TAG:read or TAG:write, with the tags of the API; * is all of them.');
export const keyTerm = refusalType('key:term', 'invalid', '有效期须在明天至 {most} 天之后之间。', 'A key lasts from tomorrow to {most} days from now.');
export const keyMayNot = refusalType('key:may-not', 'forbidden', '此密钥的范围不含 {scope}。', 'This key’s scopes do not reach {scope}.');
export const keyNotAlone = refusalType('key:not-alone', 'forbidden', '密钥不能用来管理密钥和登录方式；请登录后操作。', 'A key can’t manage keys or ways of signing in. Sign in to do that.');

/** Whether scopes reach a call; writing reaches reading too. */
export const reaches = (scopes: readonly string[], { tag, reads }: { readonly tag: string; readonly reads: boolean }): boolean => [tag, '*'].some((of) => scopes.includes(`${of}:write`) || (reads && scopes.includes(`${of}:read`)));

export const isScope = (scope: string): boolean => /^(\*|[a-z][a-z-]{0,39}):(read|write)$/.test(scope);
