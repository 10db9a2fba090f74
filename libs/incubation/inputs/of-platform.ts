import { PageQuery, Ref } from '#platform';

/** A list, of one platform where one is named. */
export class OfPlatform extends PageQuery {
  @Ref({ optional: true, description: 'Of this platform only' }) platform?: string;
}
