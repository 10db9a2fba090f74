import type { DistrictId, ProjectId } from '#kernel';

/** A thing with a state and a history, as loaded and locked by a command. `version` 0 is one not yet written. */
export interface Aggregate {
  readonly district: DistrictId;
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly head: string;
  readonly project: ProjectId | null;
}
