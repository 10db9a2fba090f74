import { PageQuery, Year } from '#platform';

export class YearQuery extends PageQuery {
  @Year({ optional: true }) year?: string;
}
