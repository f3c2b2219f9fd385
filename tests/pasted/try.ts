import { pastedKnowledge as k } from '/work/wt-paste/tests/pasted/knowledge.ts';
import { layersOf } from '/work/wt-paste/src/pasted/unwrap.ts';
import { sentencesIn } from '/work/wt-paste/src/pasted/sentence.ts';
import { recordsIn } from '/work/wt-paste/src/pasted/records.ts';
import { readFileSync, readdirSync } from 'node:fs';
const d = JSON.parse(readFileSync('/work/shared/research/api-sentences.json', 'utf8'));
const f = JSON.parse(readFileSync('/work/shared/research/paste-forms.json', 'utf8'));
console.log(JSON.stringify(k).length);
let n = 0,
  ok = 0,
  first = 0;
const bad = [];
const t0 = performance.now();
for (const x of d)
  for (const w of f.wrappers) {
    const ex: string = w.example
      .replace('MSG', () =>
        x.pattern
          .replace(/\{number\}/g, '+1202555XXXX')
          .replace(/\{sid\}/g, 'SM0123456789abcdef0123456789abcdef')
          .replace(/\{url\}/g, 'https://a.example/hook?x=1')
          .replace(/\{n\}/g, '404')
          .replace(/\{name\}/g, 'Foo'),
      )
      .replace(/\b21\d\d\d\b|20003|11200/g, '');
    const r = sentencesIn(layersOf(ex), k);
    n++;
    const all = new Set(r.flatMap((s) => s.codes));
    if (all.has(x.code)) ok++;
    else bad.push([x.code, ex.slice(0, 150), r.map((s) => s.codes.join('/') + ':' + s.length)]);
    if (r[0]?.codes.includes(x.code)) first++;
  }
console.log(n, ok, first, (performance.now() - t0) / n, 'ms each');
console.log(bad.slice(0, 25));
for (const fn of readdirSync('/work/shared/field').filter((f) => f.startsWith('paste'))) {
  const t = readFileSync('/work/shared/field/' + fn, 'utf8');
  const l = layersOf(t);
  console.log(
    fn,
    l.length,
    JSON.stringify(sentencesIn(l, k).map((s) => [s.codes, s.length, s.sure])),
    JSON.stringify(l.flatMap((x) => recordsIn(x))),
  );
}
