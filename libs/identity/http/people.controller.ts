import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel';
import { AnId, By, Commands, Config, Does, Links, LinkTo, Open, PageQuery, Refused, SignedIn, Text, undated, type Caller } from '#platform';
import { hash } from '@node-rs/argon2';
import { AskPassword, askPassword } from '../commands/ask-password.js';
import { acceptInvitation } from '../commands/accept-invitation.js';
import { AnswerMerge, answerMerge } from '../commands/answer-merge.js';
import { AskMerge, askMerge } from '../commands/ask-merge.js';
import { ChangeProfile, changeProfile } from '../commands/change-profile.js';
import { AskPhone, askPhone } from '../commands/ask-phone.js';
import { confirmPhone } from '../commands/confirm-phone.js';
import { DeclareTie, declareTie } from '../commands/declare-tie.js';
import { dropPhone } from '../commands/drop-phone.js';
import { EnterOrganisation, enterOrganisation } from '../commands/enter-organisation.js';
import { forgetPerson } from '../commands/forget-person.js';
import { grantRole, GrantRole } from '../commands/grant-role.js';
import { InvitePerson, invitePerson } from '../commands/invite-person.js';
import { reinstatePerson } from '../commands/reinstate-person.js';
import { setPassword } from '../commands/set-password.js';
import { suspendPerson } from '../commands/suspend-person.js';
import { TellApart, tellApart } from '../commands/tell-apart.js';
import { verifyAddress } from '../commands/verify-address.js';
import { withdrawTie } from '../commands/withdraw-tie.js';
import { withdrawRole } from '../commands/withdraw-role.js';
import { isCommon } from '../common-passwords.js';
import { PASSWORD_LEAST, PASSWORD_LINK, PASSWORD_MOST, passwordTooCommon } from '../domain/password.js';
import { codeFor, noTexts, PHONE_CODE, wrongCode } from '../domain/phone.js';
import { PeopleView } from '../views/people.js';

const MERGE_LINK = LinkTo('merge', 'merge-request');
const INVITATION_LINK = LinkTo('invitation', 'person');
const NEW_PASSWORD_LINK = LinkTo(PASSWORD_LINK, 'person');
const ADDRESS_LINK = LinkTo('address', 'person');

class PhoneCode {
  @Text({ min: 6, max: 6, example: '000000' }) code!: string;
}

class NewPassword {
  @Text({ min: PASSWORD_LEAST, max: PASSWORD_MOST }) password!: string;
}

@ApiTags('people')
@Controller()
@SignedIn()
export class PeopleController {
  constructor(
    private readonly commands: Commands,
    private readonly people: PeopleView,
    private readonly config: Config,
    private readonly links: Links,
  ) {}

  /** Who I am here, and the roles I hold. */
  @Get('me')
  me(@By() by: Caller) {
    return this.people.me(by.actor);
  }

  /** The ways of signing in beside a password. */
  @Open()
  @Get('sign-in-ways')
  ways() {
    return { provider: this.config.OIDC_ISSUER === undefined ? null : this.config.OIDC_NAME, texts: this.config.TEXTS_FILE !== undefined };
  }

  /** Who is signed in, if anyone is: what a page asks before it knows. */
  @Open()
  @Get('session')
  async session(@By() by: Caller) {
    return { person: await this.people.me(by.actor) };
  }

  @Patch('people/:person')
  @Does(changeProfile)
  change(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: ChangeProfile) {
    return this.commands.run(changeProfile, by, { ...body, person });
  }

  @Post('people/:person/phone')
  @Does(askPhone)
  askPhone(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: AskPhone) {
    if (this.config.TEXTS_FILE === undefined) throw new Refused(refuse(noTexts));
    return this.commands.run(askPhone, by, { ...body, person });
  }

  @Post('people/:person/phone/confirm')
  @Does(confirmPhone)
  async confirmPhone(@By() by: Caller, @Param('person', AnId) person: string, @Body() { code }: PhoneCode) {
    const asked = await this.people.phoneAsked(by.actor, person);
    const answer = await this.commands.run(confirmPhone, by, { person, asked, right: asked !== null && this.links.code(PHONE_CODE, codeFor(person, asked)) === code });
    return 'confirmed' in answer && answer.confirmed === false ? refuse(wrongCode) : answer;
  }

  @Delete('people/:person/phone')
  @Does(dropPhone)
  dropPhone(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(dropPhone, by, { person });
  }

  @Get('people')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.people.list(by.actor, query);
  }

  @Post('people')
  @Does(invitePerson)
  invite(@By() by: Caller, @Body() body: InvitePerson) {
    return this.commands.run(invitePerson, by, body);
  }

  @Open()
  @Post('passwords/ask')
  @Does(askPassword)
  async askPassword(@By() by: Caller, @Body() body: AskPassword) {
    await this.commands.run(askPassword, by, body);
    return { asked: true };
  }

  @Open()
  @Post('passwords/by-link/:token')
  @Does(setPassword)
  async setPassword(@By() by: Caller, @Param('token', NEW_PASSWORD_LINK) link: string, @Body() { password }: NewPassword) {
    if (await isCommon(password)) return refuse(passwordTooCommon);
    const { id, at } = undated(link);
    return this.commands.run(setPassword, by, { person: id, asked: at, hash: await hash(password) });
  }

  /** What the link in an invitation offers: to whom, and which roles wait for him. */
  @Open()
  @Get('invitations/by-link/:token')
  invitation(@By() by: Caller, @Param('token', INVITATION_LINK) person: string) {
    return this.people.invitation(by.actor, person);
  }

  @Post('invitations/by-link/:token')
  @Does(acceptInvitation)
  acceptInvitation(@By() by: Caller, @Param('token', INVITATION_LINK) person: string) {
    return this.commands.run(acceptInvitation, by, { person });
  }

  @Post('people/:person/roles')
  @Does(grantRole)
  grant(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: GrantRole) {
    return this.commands.run(grantRole, by, { ...body, person });
  }

  @Delete('people/:person/roles/:role/:scope')
  @Does(withdrawRole)
  withdraw(@By() by: Caller, @Param('person', AnId) person: string, @Param('role') role: string, @Param('scope', AnId) scope: string) {
    return this.commands.run(withdrawRole, by, { person, role, scope });
  }

  @Post('people/:person/suspend')
  @Does(suspendPerson)
  suspend(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(suspendPerson, by, { person });
  }

  @Post('people/:person/forget')
  @Does(forgetPerson)
  forget(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(forgetPerson, by, { person });
  }

  @Post('people/:person/reinstate')
  @Does(reinstatePerson)
  reinstate(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(reinstatePerson, by, { person });
  }

  @Post('people/:person/ties')
  @Does(declareTie)
  declareTie(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: DeclareTie) {
    return this.commands.run(declareTie, by, { ...body, person });
  }

  /** What is declared to tie a person to projects and organisations. */
  @Get('people/:person/ties')
  ties(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.people.ties(by.actor, person);
  }

  @Delete('people/:person/ties/:tie')
  @Does(withdrawTie)
  withdrawTie(@By() by: Caller, @Param('person', AnId) person: string, @Param('tie', AnId) tie: string) {
    return this.commands.run(withdrawTie, by, { person, tie });
  }

  @Post('people/:person/not-the-same')
  @Does(tellApart)
  tellApart(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: TellApart) {
    return this.commands.run(tellApart, by, { ...body, person });
  }

  @Post('people/:person/merge-requests')
  @Does(askMerge)
  askMerge(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: AskMerge) {
    return this.commands.run(askMerge, by, { ...body, person });
  }

  /** What the link in a mail asks: whose account wants to be one with yours. */
  @Open()
  @Get('merge-requests/by-link/:token')
  mergeRequest(@By() by: Caller, @Param('token', MERGE_LINK) request: string) {
    return this.people.mergeRequest(by.actor, request);
  }

  @Open()
  @Post('merge-requests/by-link/:token')
  @Does(answerMerge)
  answerMerge(@By() by: Caller, @Param('token', MERGE_LINK) request: string, @Body() body: AnswerMerge) {
    return this.commands.run(answerMerge, by, { ...body, request });
  }

  @Open()
  @Post('addresses/by-link/:token')
  @Does(verifyAddress)
  verifyAddress(@By() by: Caller, @Param('token', ADDRESS_LINK) person: string) {
    return this.commands.run(verifyAddress, by, { person });
  }

  @Get('organisations')
  organisations(@By() by: Caller, @Query() query: PageQuery) {
    return this.people.organisations(by.actor, query);
  }

  @Post('organisations')
  @Does(enterOrganisation)
  enterOrganisation(@By() by: Caller, @Body() body: EnterOrganisation) {
    return this.commands.run(enterOrganisation, by, body);
  }
}
