/** A number with what it counts. */
export interface Figure {
  readonly label: string;
  readonly value: number;
}
