import type { Payload } from '#kernel';
import { callAnnounced, callClosed, callFinalised, callOpened, callProlonged, callPublished, judgingBegun, resultsWithdrawn } from './call.js';
import { correctionEnded, entryAwarded, entryDisqualified, entryLapsed, entryReadmitted, entryReturned, entrySubmitted, entryVetoed, entryWithdrawn } from './entry.js';
import { roundClosed, roundDecided, roundOpened, roundRanked, sheetAssigned, sheetPulled, sheetReopened, sheetRestored, sheetSubmitted } from './judging.js';
import { boardSet, orderDrawn, pitchMoved, timerSet } from './pitching.js';

/** Who reads a contest's feed: each gets what concerns him, projected from the same events. */
export type Reader = 'public' | 'team' | 'judge' | 'office';

type Named = { readonly event: string };

const PUBLIC: readonly Named[] = [callPublished, callOpened, callProlonged, callClosed, judgingBegun, callAnnounced, resultsWithdrawn, callFinalised, roundOpened, roundClosed, roundDecided, orderDrawn, pitchMoved, timerSet, boardSet];
/** Of one's own entries, as far as a team is told at once. */
const OF_OWN_ENTRY: readonly Named[] = [entrySubmitted, entryReturned, correctionEnded, entryLapsed, entryWithdrawn, entryDisqualified, entryVetoed, entryReadmitted, entryAwarded];
/** Of one's own sheets. */
const OF_OWN_SHEET: readonly Named[] = [sheetAssigned, sheetSubmitted, sheetReopened, sheetPulled, sheetRestored];
const JUDGES: readonly Named[] = [roundRanked];

const names = (events: readonly Named[]) => events.map(({ event }) => event);

/** The events that a reader gets: of the contest itself, its calls and rounds; of his own entries and sheets. Null: all. */
export const FEED: Readonly<Record<Reader, { readonly contest: readonly string[] | null; readonly own: readonly string[] | null }>> = {
  public: { contest: names(PUBLIC), own: [] },
  team: { contest: names(PUBLIC), own: names(OF_OWN_ENTRY) },
  judge: { contest: names([...PUBLIC, ...JUDGES]), own: names(OF_OWN_SHEET) },
  office: { contest: null, own: null },
};

/** What a reader may see of an event: reasons and names that only the office works with are left out. */
export const projected = (reader: Reader, payload: Payload): Payload => (reader === 'office' ? payload : Object.fromEntries(Object.entries(payload).filter(([field]) => !['people', 'own', 'judge', 'replyTo', 'text', 'subject'].includes(field))));
