import { command, Day, notAhead, Text, today } from '#platform';
import { certificateDates, certificateKnown, nameOf, qualificationMachine, qualificationRecognised } from '../domain/qualification.js';
import { setNextDate } from '../facts/certificate-dates.js';
import { lastDayOfCertificate, type CertificateKey } from '../rules/certificates.js';
import { qualificationKind } from './kinds.js';

export class RecogniseQualification {
  @Text({ max: 60 }) number!: string;
  @Day() issuedOn!: string;
  @Day({ optional: true, description: 'Three years from its issue, or as its rule says, where it is left out' }) expiresOn?: string;
}

export const recogniseQualification = command({
  name: 'recognise-qualification',
  summary: 'Puts down a certificate; its firm is reminded 180, 90 and 30 days before it ends.',
  on: qualificationKind,
  may: 'decide',
  target: (input: RecogniseQualification & { qualification: string }) => input.qualification,
  async decide(c, { number, issuedOn, expiresOn: given }, { id, aggregate, key, firm }) {
    await notAhead(c, issuedOn);
    const expiresOn = given ?? lastDayOfCertificate(key as CertificateKey, issuedOn);
    if (expiresOn !== null && expiresOn < issuedOn) c.refuse(certificateDates, { expiresOn, issuedOn });
    if (await c.tx.qualification.findUnique({ where: { districtId_key_number: { districtId: c.district, key, number } } })) c.refuse(certificateKnown, { number });
    const named = nameOf(firm.name, key);
    c.move(aggregate, qualificationMachine.take('recognise', aggregate.state, {}, [qualificationRecognised({ ...named, number, expiresOn })]));
    await c.tx.qualification.update({ where: c.key(id), data: { number, issuedOn, expiresOn } });
    if (expiresOn !== null) await setNextDate(c, aggregate, { ...named, expiresOn }, await today(c));
  },
});
