import { pastedKnowledge as k } from './knowledge.ts';
import { debugIndex } from '../../src/pasted/complaint.ts';
import { readFileSync } from 'node:fs';
const { index, conceptsOf } = debugIndex(k);
const T = k.complaints.complaints;
// NB stats by target
const counts = T.map(() => new Map<string, number>()); const tot = T.map(() => 0); const df = new Map<string, number>(); let n=0;
for (const p of index.phrases) { n++; tot[p.target]++; for (const c of p.concepts) { counts[p.target].set(c, (counts[p.target].get(c)??0)+1); df.set(c,(df.get(c)??0)+1);} }
function score(text: string, lam: number, alpha: number, pow: number) {
  const said = [...conceptsOf(text, index)].filter(c => index.weights.has(c));
  const w = said.reduce((s,c)=>s+index.weights.get(c)!,0);
  const knn = T.map(()=>0);
  for (const p of index.phrases) { let sh=0; for (const c of said) if (p.concepts.has(c)) sh+=index.weights.get(c)!; const s = sh===0?0:2*sh/(w+p.weight); if (s>knn[p.target]) knn[p.target]=s; }
  const nb = T.map((_,t)=> said.reduce((s,c)=>{ const pc=(df.get(c)!)/n; const pt=((counts[t].get(c)??0)+alpha*pc)/(tot[t]+alpha); return s+(c.startsWith('=')?0.5:1)*Math.log(pt/pc); },0));
  const mx=Math.max(...nb); 
  return T.map((t,i)=>({step:t.step, s: knn[i]+lam*Math.exp((nb[i]-mx)/pow)})).sort((a,b)=>b.s-a.s);
}
for (const lam of [0,0.2,0.4,0.6,1]) for (const alpha of [1,3,8]) for (const pow of [2]) {
  const out=[];
  for (const f of ['/tmp/A.json','/tmp/B.json','/tmp/C.json']) { const d=JSON.parse(readFileSync(f,'utf8')); let ok=0,in3=0; for (const c of d) { const s=score(c.words,lam,alpha,pow); const g=[c.step,...(c.or??[])]; ok+=+g.includes(s[0].step); in3+=+s.slice(0,3).some(x=>g.includes(x.step)); } out.push(`${ok}/${in3}/${d.length}`); }
  console.log(lam,alpha,pow,out.join('  '));
}
