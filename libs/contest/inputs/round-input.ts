import { Choice, Flag, List, Part, Quantity, Text, Whole } from '#platform';
import { PANEL_METHODS, type PanelMethod, type TieKey } from '#judging';
import { ADVANCES, GROUPINGS, SEATINGS, WAYS, type Advance, type Criterion, type Level, type RoundPlan } from '../domain/round-plan.js';

export class LevelInput implements Level {
  @Quantity({ min: -1000, max: 1000 }) from!: number;
  @Text({ max: 500, example: '国际领先，有自主知识产权' }) means!: string;
}

export class CriterionInput implements Criterion {
  @Text({ max: 40, example: 'innovation' }) key!: string;
  @Text({ max: 100, example: '创新性' }) name!: string;
  @Quantity({ min: 0.01, max: 100 }) weight!: number;
  @Quantity({ min: -1000, max: 1000 }) min!: number;
  @Quantity({ min: -1000, max: 1000 }) max!: number;
  @Quantity({ min: 0.01, max: 100 }) step!: number;
  @List(() => LevelInput, { optional: true, min: 0, max: 20, description: 'What marks mean, each from a mark on' }) levels?: LevelInput[];
  @Quantity({ optional: true, min: -1000, max: 1000, description: 'A mark below this needs a comment' }) commentBelow?: number;
  @Quantity({ optional: true, min: -1000, max: 1000, description: 'A mark above this needs a comment' }) commentAbove?: number;
}

export class TieInput {
  @Choice(['criterion', 'high-marks', 'all-marks', 'lot'], { description: 'A criterion’s mean, the share of sheets of at least so many points, the mean with dropped sheets restored, or the lot' }) by!: TieKey['by'];
  @Text({ optional: true, max: 40 }) criterion?: string;
  @Quantity({ optional: true, max: 100_000 }) atLeast?: number;
}

export class AdvanceInput {
  @Choice(ADVANCES) by!: Advance['by'];
  @Whole({ optional: true, min: 1, max: 10_000, description: 'Of a quota' }) places?: number;
  @Quantity({ optional: true, min: -100_000, max: 100_000, description: 'Of a threshold' }) atLeast?: number;
  @Choice(GROUPINGS, { optional: true, description: 'Of a share of each group' }) group?: (typeof GROUPINGS)[number];
  @Quantity({ optional: true, min: 0.01, max: 1, description: 'Of a share of each group' }) share?: number;
}

export class SpreadInput {
  @Quantity({ max: 100_000, description: 'Points between the highest and the lowest sheet' }) limit!: number;
  @Choice(['judge', 'panel']) then!: 'judge' | 'panel';
}

export class PitchInput {
  @Quantity({ min: 0.5, max: 120, example: 8, description: 'Minutes' }) present!: number;
  @Quantity({ min: 0, max: 120, example: 7, description: 'Minutes' }) answer!: number;
}

export class PublicVoteInput {
  @Text({ max: 40, description: 'The key of an earlier public round' }) round!: string;
  @Quantity({ min: 0.01, max: 0.5, description: 'What share of the score it makes' }) share!: number;
}

export class RoundInput {
  @Text({ optional: true, max: 40, example: 'online' }) key?: string;
  @Text({ max: 60, example: '网评' }) name!: string;
  @Choice(WAYS, { optional: true, description: 'Criteria; pass or fail; ranked top picks; pairs; the public' }) way?: RoundPlan['way'];
  @Choice(SEATINGS, { optional: true, description: 'Assigned; all judges on all entries; parallel rooms' }) seating?: RoundPlan['seating'];
  @List(() => CriterionInput, { optional: true, min: 0, max: 20 }) rubric?: CriterionInput[];
  @Choice(PANEL_METHODS, { optional: true }) scoring?: PanelMethod;
  @Whole({ optional: true, max: 6, description: 'Decimals of scores, rounded half up' }) places?: number;
  @Whole({ optional: true, max: 10, description: 'Of a trimmed mean: sheets dropped at each end' }) drop?: number;
  @Whole({ optional: true, min: 1, max: 100, description: '… once there are so many' }) dropFrom?: number;
  @List(() => TieInput, { optional: true, min: 0, max: 10 }) ties?: TieInput[];
  @Whole({ min: 1, max: 100, description: 'Sheets an entry needs before its round can close' }) quorum!: number;
  @Part(() => AdvanceInput, { optional: true, description: 'Who goes on; not of the last round' }) advance?: AdvanceInput;
  @Whole({ optional: true, max: 1000 }) wildcards?: number;
  @Part(() => SpreadInput, { optional: true }) spread?: SpreadInput;
  @Whole({ optional: true, min: 1, max: 100, description: 'How many each judge ranks, in a round of picks' }) picks?: number;
  @Whole({ optional: true, min: 1, max: 1000, description: 'How many are elected' }) seats?: number;
  @Whole({ optional: true, min: 1, max: 10_000, description: 'How many pairs each judge compares' }) comparisons?: number;
  @Part(() => PitchInput, { optional: true }) pitch?: PitchInput;
  @Part(() => PublicVoteInput, { optional: true }) publicVote?: PublicVoteInput;
  @Whole({ optional: true, min: 1, max: 10_000, description: 'Votes from one network that are counted' }) votesPerNetwork?: number;
  @Flag({ optional: true, description: 'The organiser’s judge may take out an entry off the theme' }) veto?: boolean;
  @Flag({ optional: true, description: 'Judges see others’ marks, and talk, once their own sheet is in' }) discussion?: boolean;
}

/** A screening asks one thing, and a no says why. */
const VERDICT: Criterion = { key: 'verdict', name: '是否通过 Pass', weight: 1, min: 0, max: 1, step: 1, commentBelow: 1 };
const SCREENING_PLACES = 4;

/** The plan of a round from what the office says of it, with the usual where it says nothing. */
export function planOf(input: RoundInput, n: number): RoundPlan {
  const { way = 'scored' } = input;
  const screening = way === 'screening';
  const rest = definedOf({ spread: input.spread, picks: input.picks, seats: input.seats, comparisons: input.comparisons, pitch: input.pitch, publicVote: input.publicVote, votesPerNetwork: input.votesPerNetwork });
  return {
    ...{ key: input.key ?? `round-${n + 1}`, name: input.name, way, seating: input.seating ?? (way === 'scored' || screening ? 'assigned' : 'all') },
    ...{ rubric: screening ? [VERDICT] : (input.rubric ?? []), scoring: screening ? 'mean' : (input.scoring ?? 'trimmed-mean'), places: input.places ?? (screening ? SCREENING_PLACES : 2) },
    ...{ drop: input.drop ?? 1, dropFrom: input.dropFrom ?? 5, ties: (input.ties ?? []).map(tieOf), quorum: input.quorum, wildcards: input.wildcards ?? 0 },
    ...{ veto: input.veto ?? false, discussion: input.discussion ?? false, ...rest, ...(input.advance && { advance: advanceOf(input.advance) }) },
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is there. */
const definedOf = <T extends object>(all: T): Defined<T> => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Defined<T>;

function tieOf({ by, criterion = '', atLeast = 0 }: TieInput): TieKey {
  if (by === 'criterion') return { by, criterion };
  return by === 'high-marks' ? { by, atLeast } : { by };
}

function advanceOf({ by, places = 1, atLeast = 0, group = 'field', share = 1 }: AdvanceInput): Advance {
  if (by === 'quota') return { by, places };
  return by === 'threshold' ? { by, atLeast } : { by, group, share };
}
