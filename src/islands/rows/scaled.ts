/** Height of a row, in pixels. */
export const ROW_PX = 36;

/** Browsers lay nothing out beyond some 16 million pixels; longer lists scroll by a scale. */
const MOST_PX = 8_000_000;

/** A list in a box that shows a part of it; heights in pixels. */
export interface Extent {
  readonly rows: number;
  /** Height of the part that is seen. */
  readonly view: number;
}

const whole = ({ rows }: Extent): number => rows * ROW_PX;

/** Height of what scrolls. */
export const scrollHeight = (extent: Extent): number => Math.min(whole(extent), MOST_PX);

/** Whether a pixel of the scroll bar is more than a pixel of the list. */
export const isScaled = (extent: Extent): boolean => whole(extent) > MOST_PX;

/** The farthest that the list, and its scroll bar, can be moved. */
const range = (extent: Extent) => ({
  list: Math.max(0, whole(extent) - extent.view),
  bar: Math.max(0, scrollHeight(extent) - extent.view),
});

const between = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/** How far the list is moved where its scroll bar stands so. */
export function offsetAt(scrollTop: number, extent: Extent): number {
  const { list, bar } = range(extent);
  return bar === 0 ? 0 : between(isScaled(extent) ? (scrollTop / bar) * list : scrollTop, list);
}

/** Where the scroll bar stands for a list that is moved so far. */
export function scrollTopOf(offset: number, extent: Extent): number {
  const { list, bar } = range(extent);
  return list === 0 ? 0 : between(isScaled(extent) ? (offset / list) * bar : offset, bar);
}

/** The same, within the list. */
export const withinList = (offset: number, extent: Extent): number => between(offset, range(extent).list);

/** The rows of which something is seen: from the first, up to but without the last. */
export function seenRows(offset: number, { rows, view }: Extent): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, Math.floor(offset / ROW_PX)), to: Math.min(rows, Math.ceil((offset + view) / ROW_PX)) };
}

/** How far to move the list so that a row is seen whole: as little as it takes. */
export function offsetShowing(row: number, offset: number, extent: Extent): number {
  const top = row * ROW_PX;
  if (top < offset) return withinList(top, extent);
  return top + ROW_PX > offset + extent.view ? withinList(top + ROW_PX - extent.view, extent) : offset;
}
