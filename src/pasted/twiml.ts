import type { Note, Reading } from './reading.ts';

const messagingVerbs = new Set(['Message', 'Redirect', 'Body', 'Media']);
const verb = /<(\/?)([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g;

/** What a reader of XML would object to; an approximation that names the place, no parser. */
function faults(text: string): readonly Note[] {
  const notes: Note[] = [];
  const note = (words: string, code: string): number => notes.push({ text: words, lead: { to: 'error', code } });
  const start = text.search(/\S/);
  if (/^\s+<\?xml/.test(text)) note('White space before <?xml: nothing may stand before it', '12100');
  else if (start >= 0 && text[start] !== '<') note('Text before the first tag', '12100');
  const open: string[] = [];
  let broken: string | undefined;
  for (const [, slash, name = '', , self] of text
    .replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .matchAll(verb)) {
    if (self === '/') continue;
    if (slash === '/') {
      if (open.at(-1) === name) open.pop();
      else broken ??= open.includes(name) ? `<${open.at(-1) ?? ''}> is not closed before </${name}>` : `</${name}> closes nothing`;
    } else open.push(name);
  }
  broken ??= open.length > 0 ? `<${open.at(-1) ?? ''}> is never closed` : undefined;
  if (broken !== undefined) note(broken, '12100');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) note('A bare “&”: in XML it is written &amp;', '12100');
  if (/<response\b/.test(text)) note('<response> in small letters: names of TwiML count capitals, it is <Response>', '12200');
  const verbs = [...new Set([...text.matchAll(verb)].map(([, , name = '']) => name))].filter((name) => !/^response$/i.test(name));
  const small = verbs.filter((name) => /^[a-z]/.test(name) && messagingVerbs.has(name.charAt(0).toUpperCase() + name.slice(1)));
  for (const name of small) note(`<${name}> in small letters: it is <${name.charAt(0).toUpperCase()}${name.slice(1)}>`, '12200');
  const voice = verbs.filter((name) => ['Say', 'Play', 'Gather', 'Dial', 'Record', 'Hangup', 'Pause', 'Enqueue', 'Reject'].includes(name));
  if (voice.length > 0)
    notes.push({
      text: `${voice.map((name) => `<${name}>`).join(', ')}: for calls. An answer to a message knows <Message> and <Redirect> only.`,
    });
  if (/<Sms\b/.test(text)) notes.push({ text: '<Sms> is the old word; answers to messages use <Message>.' });
  return notes;
}

/**
 * TwiML: what a webhook answers to an incoming message.
 *
 * @returns the faults that can be seen without Twilio; `undefined` for anything else
 */
export function twimlReading(text: string): Reading | undefined {
  if (!/<response[\s>/]/i.test(text) || /<TwilioResponse|<RestException/.test(text)) return undefined;
  const found = faults(text);
  return {
    kind: 'twiml',
    says:
      found.length === 0
        ? 'TwiML, without a fault that shows'
        : `TwiML, ${String(found.length)} ${found.length === 1 ? 'thing' : 'things'} to look at`,
    sure: false,
    notes: [
      ...found,
      ...(found.length === 0
        ? [{ text: 'It is well formed. If Twilio still objects, look at the Content-Type (text/xml) and at what is sent before it.' }]
        : []),
      { text: 'What can go wrong with an answer, step by step', lead: { to: 'guide', step: 'twiml-problem' } },
    ],
  };
}
