/** What stands around a report and is not needed before one: a chunk of its own with it (parts.ts). */
export { MapColumns } from './MapColumns.tsx';
export { Questions } from './Questions.tsx';
export { WayBack } from './WayBack.tsx';
export { WhatWasRead } from './WhatWasRead.tsx';
