import { ApiOperation } from '@nestjs/swagger';

/** Documents a route by the command that it runs: its name and its one sentence. */
export const Does = ({ name, summary }: { readonly name: string; readonly summary: string }): MethodDecorator => ApiOperation({ operationId: name, summary });
