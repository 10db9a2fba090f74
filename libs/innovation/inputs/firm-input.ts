import { INDUSTRIES } from '#landing';
import { Choice, Day, Ref, Text } from '#platform';

/** What is known of a firm in the register, besides its name and code. */
export class FirmInput {
  @Day({ optional: true }) registeredOn?: string;
  @Choice(INDUSTRIES, { optional: true, description: 'Its industry, as the statistics office’s thresholds tell them apart' }) industry?: string;
  @Text({ optional: true, max: 60, description: 'Its field of technology' }) field?: string;
  @Text({ optional: true, max: 120, description: 'The park, platform or street where it is' }) place?: string;
  @Ref({ optional: true, description: 'Its project, where it came along the chain: its team sees the firm' }) project?: string;
}
