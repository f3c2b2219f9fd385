interface Plugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  readonly load: (id: string) => string | undefined;
}

/** A script that exports a function for plain data, which is unpacked when it is first asked for. @param key name of the function */
export const dataScript = (key: string, data: unknown): string =>
  `let made; export const ${key} = () => (made ??= JSON.parse(${JSON.stringify(JSON.stringify(data))}));`;

/**
 * Makes `virtual:NAME` a script of its own that exports a function for plain data: the pages may import it, but not fetch it
 * (`connect-src 'none'`). The data is unpacked when it is first asked for: taking the script while a page is idle costs next to nothing.
 *
 * @param key name of the function
 * @param make called when a page that imports it is built
 */
export function virtualData(name: string, key: string, make: () => unknown): Plugin {
  const id = `virtual:${name}`;
  const resolved = `\0${id}`;
  return {
    name,
    resolveId: (wanted) => (wanted === id ? resolved : undefined),
    load: (wanted) => (wanted === resolved ? dataScript(key, make()) : undefined),
  };
}
