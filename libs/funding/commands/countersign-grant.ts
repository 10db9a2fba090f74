import { command } from '#platform';
import { contractChanged, grantCountersigned, grantMachine } from '../domain/grant.js';
import { grantKind } from './kinds.js';
import type { SignGrant } from './sign-grant.js';

export const countersignGrant = command({
  name: 'countersign-grant',
  summary: 'The district signs what the firm has signed; the project runs, and its first instalment may be paid.',
  on: grantKind,
  may: 'decide',
  target: (input: SignGrant & { grant: string }) => input.grant,
  async decide(c, { sha256 }, { id, aggregate, title, contractNo, contractSha }) {
    if (contractSha !== sha256) c.refuse(contractChanged);
    c.move(aggregate, grantMachine.take('countersign', aggregate.state, {}, [grantCountersigned({ title, contractNo: contractNo ?? '', sha256 })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { signedBy: c.person, signedAt: c.now } });
  },
});
