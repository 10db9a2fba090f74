let words: Promise<ReadonlySet<string>> | undefined;

/** Names of this service, which people take for passwords of it. */
const OWN = ['trellis', 'saifuyuan'];

/**
 * Whether a password is one of some 50,000 that were found in breaches, or one of their words with only digits and signs
 * around it. The list is read when it is first asked for.
 */
export async function isCommon(password: string): Promise<boolean> {
  words ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set([...dictionary['passwords-common'], ...OWN]));
  const typed = password.toLowerCase();
  const known = await words;
  return known.has(typed) || known.has(typed.replace(/[^a-z]/g, '')) || new Set(typed).size < 4;
}
