/** Says whether a value is what it should be. */
export type Check = (value: unknown) => boolean;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value) => typeof value === 'string';
/** Any number that JSON can hold. */
export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const count: Check = (value) => number(value) && (value as number) >= 0;

/** A moment that a date can hold, milliseconds since 1970. */
export const moment: Check = (value) => number(value) && Math.abs(value as number) <= 8.64e15;
/** A moment as ISO 8601. */
export const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

export const optional = (check: Check): Check => either((value) => value === undefined, check);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object whose values, whatever their names, pass. */
export const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** An object with these fields; further ones are of a later version. The compiler asks for a check of every field of the type. */
export const object =
  <Type>(fields: { readonly [Name in keyof Required<Type>]: Check }): Check =>
  (value) =>
    isObject(value) && Object.entries<Check>(fields).every(([name, check]) => check(value[name]));
