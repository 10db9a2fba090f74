import { isProblem, type Problem } from '../../api/client.js';

export type Values = Readonly<Record<string, unknown>>;
type Versions = Readonly<Record<string, number>>;

export interface Conflict {
  readonly field: string;
  readonly yours?: unknown;
  readonly theirs?: unknown;
  readonly version: number;
}

/** Sends changes with the version last seen of each field; answers the new versions, and the fields that others changed meanwhile. */
export type Save = (changes: Values, seen: Versions) => Promise<{ readonly fields: Versions; readonly conflicts: readonly Conflict[] }>;

export interface DraftState {
  /** What is shown: what is saved, under what is typed and not saved yet. */
  readonly values: Values;
  readonly pending: Values;
  readonly saving: boolean;
  readonly problem: Problem | null;
  readonly conflicts: readonly Conflict[];
}

/** Milliseconds without a key before what was typed is sent. */
const CALM = 700;

/**
 * What someone is writing, kept on his device until the service has it: it outlives a cut line, a reload and a restart
 * of the service, and is merged field by field with what others wrote meanwhile.
 */
export class Draft {
  private state: DraftState;
  private saved: Values = {};
  private versions: Versions = {};
  /** The version of a field when someone began to change it here. */
  private seen: Record<string, number> = {};
  private timer: number | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly save: Save,
  ) {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { pending?: Values; seen?: Record<string, number> };
    this.seen = kept.seen ?? {};
    this.state = { values: {}, pending: kept.pending ?? {}, saving: false, problem: null, conflicts: [] };
  }

  readonly read = (): DraftState => this.state;

  readonly listen = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  /** Takes in what the service has; what is typed here and not saved stays on top of it. */
  take(values: Values, versions: Versions): void {
    [this.saved, this.versions] = [values, versions];
    this.put({});
    if (Object.keys(this.state.pending).length > 0) this.later(0);
  }

  set(field: string, value: unknown): void {
    if (!Object.hasOwn(this.state.pending, field)) this.seen[field] = this.versions[field] ?? 0;
    this.put({ pending: { ...this.state.pending, [field]: value }, problem: null });
    this.later(CALM);
  }

  /** Ends a conflict by what someone chose, over the version that he was shown. */
  settle({ field, version }: Conflict, value: unknown): void {
    this.seen[field] = version;
    this.put({ conflicts: this.state.conflicts.filter((one) => one.field !== field), pending: { ...this.state.pending, [field]: value } });
    this.later(0);
  }

  /** Sends what waits, at once. */
  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.state.saving) return;
    const blocked = new Set(this.state.conflicts.map(({ field }) => field));
    const sent = Object.fromEntries(Object.entries(this.state.pending).filter(([field]) => !blocked.has(field)));
    if (Object.keys(sent).length === 0) return;
    this.put({ saving: true });
    try {
      const { fields, conflicts } = await this.save(sent, Object.fromEntries(Object.keys(sent).map((field) => [field, this.seen[field] ?? 0])));
      this.versions = { ...this.versions, ...fields };
      this.saved = { ...this.saved, ...Object.fromEntries(Object.entries(sent).filter(([field]) => !conflicts.some((one) => one.field === field))) };
      // What was typed while it was on its way is not saved yet; it goes on from the version that this made.
      const left = Object.fromEntries(Object.entries(this.state.pending).filter(([field, value]) => sent[field] !== value || conflicts.some((one) => one.field === field)));
      for (const field of Object.keys(fields)) this.seen[field] = fields[field]!;
      this.put({ saving: false, problem: null, pending: left, conflicts: [...this.state.conflicts, ...conflicts] });
      if (Object.keys(left).length > conflicts.length) this.later(CALM);
    } catch (error) {
      this.put({ saving: false, problem: isProblem(error) ? error : null });
      if (!isProblem(error)) this.later(4000);
    }
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), milliseconds);
  }

  private put(change: Partial<DraftState>): void {
    const next = { ...this.state, ...change };
    this.state = { ...next, values: { ...this.saved, ...next.pending } };
    if (Object.keys(next.pending).length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify({ pending: next.pending, seen: this.seen }));
    for (const tell of this.listeners) tell();
  }
}
