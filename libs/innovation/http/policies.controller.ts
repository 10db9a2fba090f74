import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, Open, PageQuery, PassingQuery, Ref, SignedIn, type Caller } from '#platform';
import { ClaimPolicy, claimPolicy } from '../commands/claim-policy.js';
import { ClosePolicy, closePolicy } from '../commands/close-policy.js';
import { grantPolicyClaim } from '../commands/grant-policy-claim.js';
import { grantToAll } from '../commands/grant-to-all.js';
import { PayPolicyClaim, payPolicyClaim } from '../commands/pay-policy-claim.js';
import { PublishPolicy, publishPolicy } from '../commands/publish-policy.js';
import { RefusePolicyClaim, refusePolicyClaim } from '../commands/refuse-policy-claim.js';
import { policyClaimMachine } from '../domain/policy.js';
import { FACT_NAMES } from '../domain/qualification-facts.js';
import { PoliciesView } from '../views/policies.js';

class PolicyClaimsQuery extends PageQuery {
  @Ref({ optional: true }) policy?: string;
  @Choice(Object.keys(policyClaimMachine.states), { optional: true }) state?: string;
}

/** The catalogue of policies, claims to them, and what is granted without application. */
@ApiTags('policies')
@Controller()
@SignedIn()
export class PoliciesController {
  constructor(
    private readonly commands: Commands,
    private readonly policies: PoliciesView,
  ) {}

  /** What conditions may ask for. */
  @Open()
  @Get('policy-facts')
  facts() {
    return { items: FACT_NAMES };
  }

  @Post('policies')
  @Does(publishPolicy)
  publish(@By() by: Caller, @Body() body: PublishPolicy) {
    return this.commands.run(publishPolicy, by, body);
  }

  @Open()
  @Get('policies')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.policies.list(by.actor, query);
  }

  /** The money of each policy against what followed. */
  @Get('policies/outcomes')
  outcomes(@By() by: Caller) {
    return this.policies.outcomes(by.actor);
  }

  @Open()
  @Get('policies/:policy')
  one(@By() by: Caller, @Param('policy', AnId) policy: string) {
    return this.policies.one(by.actor, policy);
  }

  /** Who has not applied: first who qualifies, then the rest, the nearest to it first; and how many there are of each. */
  @Get('policies/:policy/firms')
  firms(@By() by: Caller, @Param('policy', AnId) policy: string, @Query() query: PassingQuery) {
    return this.policies.firms(by.actor, policy, query);
  }

  @Post('policies/:policy/close')
  @Does(closePolicy)
  close(@By() by: Caller, @Param('policy', AnId) policy: string, @Body() body: ClosePolicy) {
    return this.commands.run(closePolicy, by, { ...body, policy });
  }

  @Post('policies/:policy/grant-to-all')
  @Does(grantToAll)
  grantToAll(@By() by: Caller, @Param('policy', AnId) policy: string) {
    return this.commands.run(grantToAll, by, { policy });
  }

  /** What a firm qualifies for, what it is missing, and what each policy would bring it. */
  @Get('firms/:firm/policies')
  ofFirm(@By() by: Caller, @Param('firm', AnId) firm: string) {
    return this.policies.ofFirm(by.actor, firm);
  }

  @Post('firms/:firm/policies')
  @Does(claimPolicy)
  claim(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: ClaimPolicy) {
    return this.commands.run(claimPolicy, by, { ...body, firm });
  }

  @Get('policy-claims')
  claims(@By() by: Caller, @Query() query: PolicyClaimsQuery) {
    return this.policies.claims(by.actor, query, query);
  }

  @Post('policy-claims/:claim/grant')
  @Does(grantPolicyClaim)
  grant(@By() by: Caller, @Param('claim', AnId) claim: string) {
    return this.commands.run(grantPolicyClaim, by, { claim });
  }

  @Post('policy-claims/:claim/refuse')
  @Does(refusePolicyClaim)
  refuse(@By() by: Caller, @Param('claim', AnId) claim: string, @Body() body: RefusePolicyClaim) {
    return this.commands.run(refusePolicyClaim, by, { ...body, claim });
  }

  @Post('policy-claims/:claim/pay')
  @Does(payPolicyClaim)
  pay(@By() by: Caller, @Param('claim', AnId) claim: string, @Body() body: PayPolicyClaim) {
    return this.commands.run(payPolicyClaim, by, { ...body, claim });
  }
}
