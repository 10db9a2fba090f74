import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Day, Does, PageQuery, SignedIn, Text, type Caller } from '#platform';
import { dropSimulation } from '../commands/drop-simulation.js';
import { RunSimulation, runSimulation } from '../commands/run-simulation.js';
import { shareSimulation } from '../commands/share-simulation.js';
import { SIMULATED, type Simulated } from '../domain/simulation.js';
import { SimulationsView } from '../views/simulations.js';

class LeversQuery {
  @Choice(SIMULATED) rule!: Simulated;
  @Text({ optional: true, max: 80, description: 'The policy’s id, or the key of a rule of eligibility' }) of?: string;
  @Day({ optional: true, description: 'By the rule of this day; today where it is left out' }) day?: string;
}

/** What another rule would have made of all that is on record. Nothing that is true is touched. */
@ApiTags('simulations')
@Controller('simulations')
@SignedIn()
export class SimulationsController {
  constructor(
    private readonly commands: Commands,
    private readonly simulations: SimulationsView,
  ) {}

  /** The figures of a rule that may be changed, with what they are. */
  @Get('levers')
  levers(@By() by: Caller, @Query() query: LeversQuery) {
    return this.simulations.levers(by.actor, query);
  }

  @Post()
  @Does(runSimulation)
  run(@By() by: Caller, @Body() body: RunSimulation) {
    return this.commands.run(runSimulation, by, body);
  }

  @Get()
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.simulations.list(by.actor, query);
  }

  @Get(':simulation')
  one(@By() by: Caller, @Param('simulation', AnId) simulation: string) {
    return this.simulations.one(by.actor, simulation);
  }

  @Post(':simulation/share')
  @Does(shareSimulation)
  share(@By() by: Caller, @Param('simulation', AnId) simulation: string) {
    return this.commands.run(shareSimulation, by, { simulation });
  }

  @Post(':simulation/drop')
  @Does(dropSimulation)
  drop(@By() by: Caller, @Param('simulation', AnId) simulation: string) {
    return this.commands.run(dropSimulation, by, { simulation });
  }
}
