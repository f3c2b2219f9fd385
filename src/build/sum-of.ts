import { createHash } from 'node:crypto';

/** SHA-256 of plain data, in hexadecimal digits: tells whether what was made of it is still right. */
export const sumOf = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');
