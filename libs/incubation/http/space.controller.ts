import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, AYear, By, Commands, Day, Does, SignedIn, type Caller } from '#platform';
import { AddBuilding, addBuilding } from '../commands/add-building.js';
import { AddFacility, addFacility } from '../commands/add-facility.js';
import { AddUnits, addUnits } from '../commands/add-units.js';
import { BookFacility, bookFacility } from '../commands/book-facility.js';
import { cancelBooking } from '../commands/cancel-booking.js';
import { ChangeUnit, changeUnit } from '../commands/change-unit.js';
import { CloseBooking, closeBooking } from '../commands/close-booking.js';
import { EndLease, endLease } from '../commands/end-lease.js';
import { PayBooking, payBooking } from '../commands/pay-booking.js';
import { PayRent, payRent } from '../commands/pay-rent.js';
import { retireFacility } from '../commands/retire-facility.js';
import { SignLease, signLease } from '../commands/sign-lease.js';
import { OfPlatform } from '../inputs/of-platform.js';
import { FacilitiesView } from '../views/facilities.js';
import { SpaceView } from '../views/space.js';

class OnDay {
  @Day({ optional: true, description: 'Today where it is left out' }) on?: string;
}

/** Buildings, rooms, leases and rent; shared instruments, labs and rooms and their bookings. */
@ApiTags('space')
@Controller()
@SignedIn()
export class SpaceController {
  constructor(
    private readonly commands: Commands,
    private readonly space: SpaceView,
    private readonly facilities: FacilitiesView,
  ) {}

  /** The plan of a platform on a day: floors, units with their outlines, who is in them, occupancy. */
  @Get('platforms/:platform/space')
  plan(@By() by: Caller, @Param('platform', AnId) platform: string, @Query() { on }: OnDay) {
    return this.space.plan(by.actor, platform, on);
  }

  @Post('platforms/:platform/buildings')
  @Does(addBuilding)
  addBuilding(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: AddBuilding) {
    return this.commands.run(addBuilding, by, { ...body, platform });
  }

  @Post('platforms/:platform/units')
  @Does(addUnits)
  addUnits(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: AddUnits) {
    return this.commands.run(addUnits, by, { ...body, platform });
  }

  @Put('platforms/:platform/units/:unit')
  @Does(changeUnit)
  changeUnit(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('unit', AnId) unit: string, @Body() body: ChangeUnit) {
    return this.commands.run(changeUnit, by, { ...body, platform, unit });
  }

  @Post('platforms/:platform/leases')
  @Does(signLease)
  sign(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: SignLease) {
    return this.commands.run(signLease, by, { ...body, platform });
  }

  @Get('leases')
  leases(@By() by: Caller, @Query() { platform, ...query }: OfPlatform) {
    return this.space.leases(by.actor, query, platform);
  }

  @Get('leases/:lease')
  account(@By() by: Caller, @Param('lease', AnId) lease: string) {
    return this.space.account(by.actor, lease);
  }

  @Post('leases/:lease/end')
  @Does(endLease)
  end(@By() by: Caller, @Param('lease', AnId) lease: string, @Body() body: EndLease) {
    return this.commands.run(endLease, by, { ...body, lease });
  }

  @Post('leases/:lease/payments')
  @Does(payRent)
  payRent(@By() by: Caller, @Param('lease', AnId) lease: string, @Body() body: PayRent) {
    return this.commands.run(payRent, by, { ...body, lease });
  }

  @Get('platforms/:platform/facilities')
  list(@By() by: Caller, @Param('platform', AnId) platform: string) {
    return this.facilities.list(by.actor, platform);
  }

  @Post('platforms/:platform/facilities')
  @Does(addFacility)
  addFacility(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: AddFacility) {
    return this.commands.run(addFacility, by, { ...body, platform });
  }

  @Post('platforms/:platform/facilities/:facility/retire')
  @Does(retireFacility)
  retire(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('facility', AnId) facility: string) {
    return this.commands.run(retireFacility, by, { platform, facility });
  }

  /** How much each facility was used, month by month. */
  @Get('platforms/:platform/facilities/use/:year')
  use(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('year', AYear) year: string) {
    return this.facilities.use(by.actor, platform, year);
  }

  @Post('incubatees/:incubatee/bookings')
  @Does(bookFacility)
  book(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: BookFacility) {
    return this.commands.run(bookFacility, by, { ...body, incubatee });
  }

  @Get('bookings')
  bookings(@By() by: Caller, @Query() { platform, ...query }: OfPlatform) {
    return this.facilities.bookings(by.actor, query, platform);
  }

  @Post('bookings/:booking/cancel')
  @Does(cancelBooking)
  cancel(@By() by: Caller, @Param('booking', AnId) booking: string) {
    return this.commands.run(cancelBooking, by, { booking });
  }

  @Post('bookings/:booking/close')
  @Does(closeBooking)
  close(@By() by: Caller, @Param('booking', AnId) booking: string, @Body() body: CloseBooking) {
    return this.commands.run(closeBooking, by, { ...body, booking });
  }

  @Post('bookings/:booking/pay')
  @Does(payBooking)
  pay(@By() by: Caller, @Param('booking', AnId) booking: string, @Body() body: PayBooking) {
    return this.commands.run(payBooking, by, { ...body, booking });
  }
}
