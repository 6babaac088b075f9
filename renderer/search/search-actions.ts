/** What the keys do with what was found. */
export interface SearchActions {
  /** To the next or previous hit. */
  readonly step: (direction: 1 | -1) => void;
  readonly focus: () => void;
}
