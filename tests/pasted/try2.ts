import { pastedKnowledge as k } from './knowledge.ts';
import { stepsFor } from '../../src/pasted/complaint.ts';
import { readFileSync } from 'node:fs';
import { steps } from '../content.ts';
for (const { step, answers } of k.complaints.complaints) {
  if (!k.steps[step]) console.log('NO STEP', step);
  for (const [f, a] of Object.entries(answers ?? {}))
    if (!steps.some(({ data }) => data.kind !== 'outcome' && data.fact === f && data.answers.some((x) => x.id === a)))
      console.log('NO ANSWER', step, f, a);
}
const d = JSON.parse(readFileSync(process.argv[2] ?? '/work/shared/research/complaints.json', 'utf8'));
let ok = 0,
  in3 = 0;
for (const c of d) {
  const s = stepsFor(c.words, k);
  const good = [c.step, ...(c.or ?? [])];
  const hit = good.includes(s[0]?.lead.step ?? '');
  ok += +hit;
  in3 += +s.some((x) => good.includes(x.lead.step));
  if (!hit || process.argv[3])
    console.log(hit ? '  ' : 'XX', c.words, '=>', s.map((x) => x.lead.step + ' ' + x.score.toFixed(2)).join(', '), ' WANT', good.join('/'));
}
console.log(d.length, ok, in3);
