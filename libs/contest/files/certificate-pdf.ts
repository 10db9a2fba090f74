import { certificatePage, pdf } from '#platform';

export interface Certificate {
  readonly code: string;
  readonly contest: string;
  readonly edition: number;
  readonly call: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly prize: string;
  /** The day the results stood. */
  readonly on: string;
}

/** What a certificate is for, in English; null where its contest or prize has no English name. */
function englishOf({ contest, edition, call, prize }: Pick<Certificate, 'contest' | 'edition' | 'call' | 'prize'>, names: ReadonlyMap<string, string>): string | null {
  const [ofContest, ofCall, ofPrize] = [contest, call, prize].map((name) => names.get(name));
  return ofContest === undefined || ofPrize === undefined ? null : `${ofPrize}, ${ofContest} (edition ${edition})${ofCall === undefined || call === contest ? '' : `, ${ofCall}`}`;
}

/** Certificates to print, a page each, with a code and a QR code that lead to the page where anyone can check them. */
export const certificatesPdf = (certificates: readonly Certificate[], names: ReadonlyMap<string, string>, base: string): Promise<Buffer> =>
  pdf({ size: 'A4', layout: 'landscape', margin: 64, autoFirstPage: false, info: { Title: '获奖证书 Certificate' } }, async (document) => {
    for (const { code, contest, edition, call, title, organisation, prize, on } of certificates)
      await certificatePage(document, {
        ...{ heading: '获 奖 证 书', english: 'Certificate of Award', title: `《${title}》`, of: organisation, says: prize, on, code, address: `${base}/certificates/${code}`, below: englishOf({ contest, edition, call, prize }, names) },
        above: `${contest}（第 ${edition} 届）${call === contest ? '' : ` ${call}`}`,
      });
  });
