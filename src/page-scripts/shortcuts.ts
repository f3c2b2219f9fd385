/** A key that does something on its own, for the dialog under "?". */
interface Shortcut {
  /** As they stand on the keyboard; one of them, or all together where `together`. */
  readonly keys: readonly string[];
  readonly together?: true;
  readonly does: string;
}

/** All of them, by where they work. What the browser does by itself (Tab, Enter on a button) is not among them. */
export const shortcuts: readonly { readonly where: string; readonly keys: readonly Shortcut[] }[] = [
  {
    where: 'On every page',
    keys: [
      { keys: ['/'], does: 'open the box that reads errors, callbacks and complaints' },
      { keys: ['?'], does: 'show this list' },
      { keys: ['Esc'], does: 'close what is open, or empty the box' },
    ],
  },
  {
    where: 'In the box',
    keys: [
      { keys: ['Enter'], does: 'find out' },
      { keys: ['Shift', 'Enter'], together: true, does: 'begin a new line' },
    ],
  },
  {
    where: 'In the guide',
    keys: [{ keys: ['1', '…', '9', '0'], does: 'give that answer (0 is the tenth); can be switched off beside the answers' }],
  },
  {
    where: 'In a report',
    keys: [{ keys: ['Esc'], does: 'take the last filter away' }],
  },
  {
    where: 'In its chart',
    keys: [
      { keys: ['←', '→', 'Home', 'End', 'Page Up', 'Page Down'], does: 'go through the bars' },
      { keys: ['Shift', '←', '→'], together: true, does: 'draw a window' },
      { keys: ['Enter'], does: 'filter by the bar or the window' },
    ],
  },
  {
    where: 'In its list of messages',
    keys: [
      { keys: ['↑', '↓', '←', '→', 'Home', 'End', 'Page Up', 'Page Down'], does: 'go through rows and columns' },
      { keys: ['Ctrl', 'Home', 'End'], together: true, does: 'go to the first or last row' },
      { keys: ['Enter'], does: 'open the story of a message' },
      { keys: ['Ctrl', 'C'], together: true, does: 'copy the row' },
    ],
  },
];
