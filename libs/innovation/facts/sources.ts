import { CONTEST_RECORDS } from '#contest';
import { EXPERTISE_RECORDS } from '#expertise';
import { FUNDING_RECORDS } from '#funding';
import { INCUBATION_RECORDS } from '#incubation';
import { LANDING_RECORDS } from '#landing';
import type { RecordSource } from '#platform';
import { INNOVATION_RECORDS } from '../record-sources.js';

/** All that the district's figures count, from every module. */
export const SOURCES: readonly RecordSource[] = [...CONTEST_RECORDS, ...INCUBATION_RECORDS, ...FUNDING_RECORDS, ...EXPERTISE_RECORDS, ...LANDING_RECORDS, ...INNOVATION_RECORDS];
