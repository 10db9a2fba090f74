import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';

/** What a command's route says of who may: the action, and the table whose rows it is asked of. */
const PERMISSION = 'x-permission';

interface Documented {
  readonly name: string;
  readonly summary: string;
  readonly may: string;
  readonly on: { readonly subject: string };
}

/** Documents a route by the command that it runs: its name, its one sentence, and the permission it asks. */
export const Does = ({ name, summary, may, on: { subject } }: Documented): MethodDecorator => applyDecorators(ApiOperation({ operationId: name, summary }), ApiExtension(PERMISSION, { may, on: subject }));
