/** Sparse rows: row i lists what one unit of product i takes from the products named by `column`. */
export interface TechnologyMatrix {
  readonly n: number;
  /** n + 1 offsets into `column` and `amount`. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
}
