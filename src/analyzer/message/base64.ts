/** Base64 that is long enough to hold a callback. */
const RUN = /^[A-Za-z0-9+/_-]{40,}={0,2}$/;

/** The readable text that another was made of in base64, in either alphabet; `undefined` where it is none. */
export function textInBase64(text: string): string | undefined {
  if (!RUN.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\0-\x08\x0e-\x1f]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
