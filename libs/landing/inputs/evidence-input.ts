import { Choice, Ref, Text } from '#platform';
import { EVIDENCE } from '../rules/landing-steps.js';

/** A paper on the project's file that proves a step. */
export class EvidenceInput {
  @Choice(EVIDENCE) kind!: string;
  @Ref({ description: 'The paper, on the project’s file' }) document!: string;
  @Text({ optional: true, max: 200, description: 'Its number, where it has one' }) number?: string;
}
