import loadHighs from 'highs';

/** A linear programme to be made the least, whose variables may have to be whole. */
export interface LinearProgram {
  /** Of each variable: what one costs, how much it may be from 0 on, and whether it must be whole. */
  readonly costs: readonly number[];
  readonly most: readonly number[];
  readonly whole: readonly boolean[];
  readonly rows: readonly Row[];
}

/** The terms' sum must lie between `low` and `high`. */
export interface Row {
  readonly low: number;
  readonly high: number;
  readonly terms: readonly (readonly [variable: number, factor: number])[];
}

export interface Optimum {
  /** Absent where none was found. */
  readonly values?: Float64Array;
  readonly cost: number;
  /** No solution costs less than that. */
  readonly bound: number;
  readonly proven: boolean;
}

/** Loaded once: its program takes longer to read than a small question to answer. */
let loaded: ReturnType<typeof loadHighs.default> | undefined;

const TIME_LIMIT = 13;
const OPTIMAL = 7;

/**
 * Solved by HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018).
 *
 * @param seconds after which the best found so far is taken
 * @param start values to begin from, as far as a solution is known
 */
export async function minimise({ costs, most, whole, rows }: LinearProgram, seconds: number, start?: Float64Array): Promise<Optimum> {
  // Its types tell of the CommonJS build, where the loader is the module itself.
  const highs = await (loaded ??= (loadHighs as unknown as typeof loadHighs.default)());
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ terms }, n) => (starts[n + 1] = starts[n]! + terms.length));
  const terms = rows.flatMap((row) => row.terms);
  const model = highs.createModel({
    ...{ numCols: costs.length, numRows: rows.length, colCost: costs, colLower: costs.map(() => 0), colUpper: most },
    ...{ rowLower: rows.map(({ low }) => low), rowUpper: rows.map(({ high }) => high) },
    integrality: Int32Array.from(whole, Number),
    matrix: { format: 'csr', numRows: rows.length, numCols: costs.length, starts, indices: Int32Array.from(terms, ([variable]) => variable), values: Float64Array.from(terms, ([, factor]) => factor) },
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (start) model.setSolution({ colValue: start });
    model.run();
    const status = model.getModelStatus();
    if (status !== OPTIMAL && status !== TIME_LIMIT) return { cost: Infinity, bound: Infinity, proven: true };
    const cost = model.getObjectiveValue();
    const bound = whole.some((one) => one) ? Number(model.info.get('mip_dual_bound')) : cost;
    const found = status === OPTIMAL || Number(model.info.get('primal_solution_status')) === 2;
    return { ...(found && { values: model.getSolution().colValue }), cost: found ? cost : Infinity, bound: status === OPTIMAL ? cost : bound, proven: status === OPTIMAL };
  } finally {
    model.dispose();
  }
}
