/** A zone to pick. */
export interface ZoneChoice {
  readonly zone: string;
  readonly label: string;
}

/** The zones most wanted: the reader's own, then UTC. */
export const usualZones = (own: string): readonly ZoneChoice[] => [
  { zone: own, label: `${own} (this browser)` },
  ...(own === 'UTC' ? [] : [{ zone: 'UTC', label: 'UTC' }]),
];
