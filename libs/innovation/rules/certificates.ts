/** What a certificate is of, how long it holds, and what it is called. */
export const CERTIFICATES = {
  'high-tech-enterprise': { zh: '高新技术企业', en: 'high-tech enterprise', years: 3 },
  'tech-based-sme': { zh: '科技型中小企业', en: 'tech-based SME', untilMarch: true },
  'municipal-tech-firm': { zh: '市级科技型企业', en: 'municipal tech firm', years: null },
  'high-growth-firm': { zh: '高成长性企业', en: 'high-growth firm', years: null },
  'innovative-sme': { zh: '创新型中小企业', en: 'innovative SME', years: 3 },
  'tech-and-innovative-sme': { zh: '科技和创新型中小企业', en: 'tech and innovative SME', years: 3 },
  'specialised-firm': { zh: '专精特新中小企业', en: 'specialised firm', years: 3 },
  'little-giant': { zh: '专精特新“小巨人”企业', en: 'little giant', years: 3 },
} as const;

export type CertificateKey = keyof typeof CERTIFICATES;
export const CERTIFICATE_KEYS = Object.keys(CERTIFICATES) as CertificateKey[];

export const APPLICATIONS = ['first', 're-review'] as const;
export type ApplicationKind = (typeof APPLICATIONS)[number];

/** The last day of a certificate issued on a day; null: it has none. The SME number is refreshed by the end of March after its year. */
export function lastDayOfCertificate(key: CertificateKey, issuedOn: string): string | null {
  const certificate = CERTIFICATES[key];
  const year = Number(issuedOn.slice(0, 4));
  if ('untilMarch' in certificate) return `${year + 1}-03-31`;
  if (certificate.years === null) return null;
  const day = issuedOn.slice(4) === '-02-29' ? '-02-28' : issuedOn.slice(4);
  return new Date(Date.parse(`${year + certificate.years}${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
