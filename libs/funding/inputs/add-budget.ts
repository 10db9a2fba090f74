import { Amount, Text } from '#platform';

export class AddBudget {
  @Amount({ min: 1 }) amount!: number;
  @Text({ min: 2, max: 500 }) reason!: string;
}
