import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RefusalType } from '#kernel';
import { Open } from './door.guard.js';

export const REFUSALS = Symbol('REFUSALS');

@ApiTags('operations')
@Controller('problems')
@Open()
export class ProblemsController {
  constructor(@Inject(REFUSALS) private readonly refusals: readonly RefusalType[]) {}

  /** Every code that a problem can have, with its words. */
  @Get()
  list() {
    return [...this.refusals].sort((a, b) => a.code.localeCompare(b.code));
  }
}
