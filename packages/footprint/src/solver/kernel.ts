/** Draws computed together in Monte Carlo. */
export const drawsPerBlock = 32;
/** Groups computed together in a contribution matrix. */
export const groupsPerPass = 16;
/** Numbers in a pool of draws; slices start anywhere in it. */
export const poolSize = 65536;

/** The arrays of one Monte Carlo run; rows and columns are positions of a plan. */
export interface DrawArrays {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float32Array;
  /** Where the pool of each exchange starts in `pools`; with `normals`: unused. */
  readonly pool: Int32Array;
  /** With `normals`: binary logarithm of each exchange's geometric standard deviation. */
  readonly spread: Float32Array;
  /** Names each exchange in the sequence of draws. */
  readonly identity: Int32Array;
  readonly direct: Float32Array;
  readonly directPool: Int32Array;
  readonly directSpread: Float32Array;
  readonly directIdentity: Int32Array;
  /** Pools of log-normal factors (median 1) end to end, or one pool of standard normal draws. */
  readonly pools: Float32Array;
  /** `drawsPerBlock` values per position. */
  readonly lanes: Float32Array;
  /** What `drawLoop` leaves for `sweepLoop`. */
  readonly factors: Float32Array;
  /** Largest change of each draw in the last sweep; the second half is for the kernel. */
  readonly change: Float32Array;
  readonly scratch: Float32Array;
  readonly normals: boolean;
}

/**
 * The inner loops of the solver, over arrays reserved together with the kernel. Two kernels give the same bits:
 * one in JavaScript, one in WebAssembly for what is large.
 */
export interface Kernel {
  /** x[i] += Σ amount × x[column] for the rows from `from` to `to - 1`, in order. */
  rollUp(
    from: number,
    to: number,
    rowStart: Int32Array,
    column: Int32Array,
    amount: Float64Array,
    x: Float64Array,
  ): void;
  /**
   * The same for `groupsPerPass` groups side by side: `lanes` holds so many values per place; `place` says where a
   * row's own are, `column` where its inputs' are. A row adds its direct value in the lane of its group, counted from
   * `firstGroup`.
   */
  rollUpGroups(
    from: number,
    to: number,
    rowStart: Int32Array,
    column: Int32Array,
    amount: Float64Array,
    direct: Float64Array,
    group: Int32Array,
    place: Int32Array,
    firstGroup: number,
    lanes: Float64Array,
  ): void;
  /**
   * One Gauss-Seidel sweep over a loop, x = b + A x, inputs first; `first` is its first inner row.
   * @returns the largest relative change
   */
  sweepInputs(first: number, size: number, inner: InnerArrays, b: Float64Array, x: Float64Array): number;
  /** The same for s = asked + Aᵀ s, consumers first: what is still asked of a member is added to `s` and passed on. */
  sweepDemands(first: number, size: number, inner: InnerArrays, asked: Float64Array, s: Float64Array): number;
  draws(arrays: DrawArrays): DrawKernel;
}

/** The exchanges inside loops; see `InnerExchanges`. */
export interface InnerArrays {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
  readonly selfUse: Float64Array;
}

/** A block of `drawsPerBlock` draws, row by row; `block` is the number that stands for it in the sequence. */
export interface DrawKernel {
  /** Draws and rolls up the rows `from` to `to - 1`, none of them in a loop. */
  drawRows(from: number, to: number, block: number): void;
  /** Draws the exchanges of a loop once. */
  drawLoop(from: number, to: number, block: number): void;
  /**
   * One Gauss-Seidel sweep over the loop just drawn.
   * @returns one bit for each draw in which some member moved by more than `tolerance` of its value
   */
  sweepLoop(from: number, to: number, tolerance: number): number;
}
