/** 0 to 9 and the letters without I, O, S, V and Z, each worth its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether `code` is a unified social credit code with the right check character (GB 32100-2015: 18 characters, the
 * last one brings the sum of the values weighted by powers of 3 to a multiple of 31).
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  let [sum, weight] = [0, 1];
  for (const character of code) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  // The check character stands last with weight 3^17, which is 22; the standard adds it with weight 1 instead.
  const [value, last] = [ALPHABET.indexOf(code[17]!), 3 ** 17 % 31];
  return (sum - value * last + value) % 31 === 0;
}
