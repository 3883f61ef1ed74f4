/** What the screen can do, found once at the start and handed in: no screen reads the process. */
export interface Terminal {
  /** Cells across and lines down. */
  readonly columns: number;
  readonly rows: number;
  readonly color: boolean;
  /** False: ASCII only, for raster fonts and code pages that draw lines double. */
  readonly unicode: boolean;
}
