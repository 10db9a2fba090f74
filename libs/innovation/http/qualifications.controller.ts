import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Day, Does, Instant, Open, PageQuery, PassingQuery, SignedIn, type Caller } from '#platform';
import { CancelQualification, cancelQualification } from '../commands/cancel-qualification.js';
import { ClaimQualification, claimQualification } from '../commands/claim-qualification.js';
import { RecogniseQualification, recogniseQualification } from '../commands/recognise-qualification.js';
import { RefuseQualification, refuseQualification } from '../commands/refuse-qualification.js';
import { qualificationMachine } from '../domain/qualification.js';
import { APPLICATIONS, CERTIFICATE_KEYS, type ApplicationKind } from '../rules/certificates.js';
import { LISTS } from '../rules/points.js';
import { PointsView } from '../views/points.js';
import { QualificationsView } from '../views/qualifications.js';

class AssessedQuery {
  @Day({ optional: true, description: 'For an application on this day; today where it is left out' }) on?: string;
  @Choice(APPLICATIONS, { optional: true, description: 'A first application where it is left out' }) kind?: ApplicationKind;
  @Instant({ optional: true, description: 'On what was known then' }) known?: string;
}

class QualificationsQuery extends PageQuery {
  @Choice(CERTIFICATE_KEYS, { optional: true }) key?: string;
  @Choice(Object.keys(qualificationMachine.states), { optional: true }) state?: string;
  @Day({ optional: true, description: 'Certificates that end before this day' }) expiresBefore?: string;
  @Choice(['yes'], { optional: true, description: 'Only claims and certificates that the rules of today do not bear out' }) differs?: string;
}

class GapsQuery extends PassingQuery {
  @Choice([...CERTIFICATE_KEYS, 'above-scale']) rule!: string;
}

class PointsQuery {
  @Day({ optional: true }) on?: string;
}

class ListsQuery {
  @Choice(LISTS.map(({ key }) => key)) list!: string;
}

/** Qualifications of firms by their rules, claims and certificates, and innovation points. */
@ApiTags('qualifications')
@Controller()
@SignedIn()
export class QualificationsController {
  constructor(
    private readonly commands: Commands,
    private readonly view: QualificationsView,
    private readonly points: PointsView,
  ) {}

  @Open()
  @Get('qualification-rules')
  rules(@By() by: Caller) {
    return this.view.rules(by.actor);
  }

  /** Firms that a rule does not pass, by how little they are short of it. */
  @Get('qualification-gaps')
  gaps(@By() by: Caller, @Query() query: GapsQuery) {
    return this.view.gaps(by.actor, query.rule, query);
  }

  @Get('firms/:firm/qualifications')
  ofFirm(@By() by: Caller, @Param('firm', AnId) firm: string, @Query() query: AssessedQuery) {
    return this.view.ofFirm(by.actor, firm, query);
  }

  @Post('firms/:firm/qualifications')
  @Does(claimQualification)
  claim(@By() by: Caller, @Param('firm', AnId) firm: string, @Body() body: ClaimQualification) {
    return this.commands.run(claimQualification, by, { ...body, firm });
  }

  @Get('qualifications')
  list(@By() by: Caller, @Query() query: QualificationsQuery) {
    return this.view.list(by.actor, query, { ...query, differs: query.differs === 'yes' });
  }

  @Get('qualifications/:qualification')
  one(@By() by: Caller, @Param('qualification', AnId) qualification: string) {
    return this.view.one(by.actor, qualification);
  }

  @Post('qualifications/:qualification/recognise')
  @Does(recogniseQualification)
  recognise(@By() by: Caller, @Param('qualification', AnId) qualification: string, @Body() body: RecogniseQualification) {
    return this.commands.run(recogniseQualification, by, { ...body, qualification });
  }

  @Post('qualifications/:qualification/refuse')
  @Does(refuseQualification)
  refuse(@By() by: Caller, @Param('qualification', AnId) qualification: string, @Body() body: RefuseQualification) {
    return this.commands.run(refuseQualification, by, { ...body, qualification });
  }

  @Post('qualifications/:qualification/cancel')
  @Does(cancelQualification)
  cancel(@By() by: Caller, @Param('qualification', AnId) qualification: string, @Body() body: CancelQualification) {
    return this.commands.run(cancelQualification, by, { ...body, qualification });
  }

  /** Why a firm has its innovation points, and what one more of each would bring. */
  @Get('firms/:firm/points')
  pointsOf(@By() by: Caller, @Param('firm', AnId) firm: string, @Query() { on }: PointsQuery) {
    return this.points.ofFirm(by.actor, firm, on);
  }

  /** Whom loans, land and talent money go to first, by innovation points. */
  @Get('innovation-lists')
  lists(@By() by: Caller, @Query() { list }: ListsQuery) {
    return this.points.list(by.actor, list);
  }
}
