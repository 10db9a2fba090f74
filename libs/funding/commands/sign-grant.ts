import { command, Text } from '#platform';
import { contractChanged, grantMachine, grantSigned } from '../domain/grant.js';
import { contractOf } from '../facts/contract-of.js';
import { grantKind } from './kinds.js';

export class SignGrant {
  @Text({ min: 64, max: 64, description: 'The SHA-256 of the contract that one has read' }) sha256!: string;
}

export const signGrant = command({
  name: 'sign-grant',
  summary: 'The firm signs its project’s contract: the very text whose SHA-256 it gives.',
  on: grantKind,
  may: 'sign',
  target: (input: SignGrant & { grant: string }) => input.grant,
  async decide(c, { sha256 }, grant) {
    const { id, aggregate, title, contractNo } = grant;
    if ((await contractOf(c.tx, grant)).sha256 !== sha256) c.refuse(contractChanged);
    c.move(aggregate, grantMachine.take('sign', aggregate.state, {}, [grantSigned({ title, contractNo: contractNo ?? '', sha256 })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { contractSha: sha256, firmSignedBy: c.person, firmSignedAt: c.now } });
  },
});
