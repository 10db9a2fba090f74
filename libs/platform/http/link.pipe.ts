import { Injectable, mixin, type PipeTransform, type Type } from '@nestjs/common';
import { refuse } from '#kernel';
import { notFound } from '../commands/commands.js';
import { Links } from '../config/links.js';
import { Refused } from '../commands/refused.js';

/** The id of the `kind` that a link's token in a path names; what was not made here for `purpose` is not found. */
export function LinkTo(purpose: string, kind: string): Type<PipeTransform<string, string>> {
  @Injectable()
  class LinkPipe implements PipeTransform<string, string> {
    constructor(private readonly links: Links) {}

    transform(token: string): string {
      const id = this.links.read(purpose, token);
      if (id === null) throw new Refused(refuse(notFound, { kind, id: token }));
      return id;
    }
  }
  return mixin(LinkPipe);
}
