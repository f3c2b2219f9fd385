interface Plugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  readonly load: (id: string) => string | undefined;
}

/**
 * Makes `virtual:NAME` a script of its own that exports plain data: the pages may import it, but not fetch it (`connect-src 'none'`).
 *
 * @param key name under which the data is exported
 * @param make called when a page that imports it is built
 */
export function virtualData(name: string, key: string, make: () => unknown): Plugin {
  const id = `virtual:${name}`;
  const resolved = `\0${id}`;
  return {
    name,
    resolveId: (wanted) => (wanted === id ? resolved : undefined),
    load: (wanted) => (wanted === resolved ? `export const ${key} = JSON.parse(${JSON.stringify(JSON.stringify(make()))});` : undefined),
  };
}
