/**
 * `npm run learn`: learns from content/complaints.json which words speak for which step, and writes content/complaints-learned.json.
 * To be run whenever a sentence or a synonym changes; tests/lockstep/complaints.test.ts says so.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { complaintsSchema } from '../catalog/complaints-schema.ts';
import { readContent } from '../content-files.ts';
import { learnComplaints } from '../pasted/learn.ts';
import { sumOf } from './sum-of.ts';

const text = readContent('complaints.json');
const complaints = complaintsSchema.parse(JSON.parse(text));
const learned = { from: sumOf(complaints), ...learnComplaints(complaints) };
writeFileSync(fileURLToPath(new URL('../../content/complaints-learned.json', import.meta.url)), `${JSON.stringify(learned, null, 1)}\n`);
console.log(
  `${String(complaints.complaints.reduce((sum, { says, heard }) => sum + says.length + heard.length, 0))} sentences of ${String(complaints.complaints.length)} complaints: ${String(learned.features)} words and pairs of words.`,
);
