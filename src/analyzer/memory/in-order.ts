/** The order of two names that are not the same, by their UTF-16 units: the same on every machine, so that equal counts have one order. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** Puts a value into a short list that is in order, behind those that are equal to it, and cuts the list to its length. */
export function putInOrder<Value>(list: Value[], value: Value, order: (a: Value, b: Value) => number, length: number): void {
  let place = list.length;
  for (let before = list[place - 1]; before !== undefined && order(value, before) < 0; before = list[place - 1]) place -= 1;
  if (place === length) return;
  list.splice(place, 0, value);
  if (list.length > length) list.pop();
}
