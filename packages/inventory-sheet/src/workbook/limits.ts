/** What one file may cost. Every limit ends in a finding that names it, never in a crash. */
export interface WorkbookLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries of the ZIP directory. */
  readonly entries: number;
  /** Bytes of all entries after inflating: as declared in the directory, and again as counted. */
  readonly inflatedBytes: number;
  readonly sheets: number;
  /** Cells with content, over all sheets. */
  readonly cells: number;
  /** Highest column number with content. */
  readonly columns: number;
  readonly mergesPerSheet: number;
  /** Bytes of one XML token: a tag, or the text between two tags. */
  readonly tokenBytes: number;
  /** Bytes of all text kept, shared and inline. */
  readonly textBytes: number;
  readonly styles: number;
  readonly xmlDepth: number;
  /** Findings kept; further ones are counted. */
  readonly findings: number;
}

/** Enough for an inventory of 100,000 lines × 15 columns, with room; a bill of materials needs a hundredth. */
export const defaultWorkbookLimits: WorkbookLimits = {
  fileBytes: 30_000_000,
  entries: 200,
  inflatedBytes: 100_000_000,
  sheets: 100,
  cells: 2_000_000,
  columns: 1024,
  mergesPerSheet: 10_000,
  tokenBytes: 400_000,
  textBytes: 40_000_000,
  styles: 70_000,
  xmlDepth: 64,
  findings: 500,
};
