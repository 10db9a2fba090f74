import { certificatePage, pdf } from '#platform';

export interface Graduate {
  readonly firm: string;
  readonly platform: { readonly name: string } | null;
  readonly graduatedOn: string;
  readonly certificate: string;
}

/** A graduate's certificate to print, with a code and the address where anyone can check it. */
export const graduationCertificate = ({ firm, platform, graduatedOn, certificate }: Graduate, base: string): Promise<Buffer> =>
  pdf({ size: 'A4', layout: 'landscape', margin: 64, autoFirstPage: false, info: { Title: `毕业证书 Graduation ${firm}` } }, (document) =>
    certificatePage(document, { heading: '毕 业 证 书', english: 'Certificate of Graduation', above: platform?.name ?? '', title: firm, of: null, says: '孵化毕业企业', below: null, on: graduatedOn, code: certificate, address: `${base}/graduates/${certificate}` }),
  );
