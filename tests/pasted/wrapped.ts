/** Sentences as people paste them: five ways to wrap one, five ways to mask what stands in it. None of them is used by a test of the recognisers. */
import type { PastedKnowledge, Sentence } from '../../src/pasted/knowledge.ts';

type Values = Readonly<Record<'number' | 'sid' | 'url' | 'name' | 'n', string>>;

const masks: readonly Values[] = [
  { number: '+44 ••• ••• 12', sid: 'SM••••••••', url: 'https://hooks.internal/…', name: 'Sms', n: '502' },
  { number: '<redacted:phone>', sid: '<redacted:sid>', url: '<redacted:url>', name: 'Foo', n: '17' },
  { number: '{{ contact.phone }}', sid: '{{ account }}', url: '{{ callback_url }}', name: 'Reply', n: '4' },
  { number: '+1-202-***-01**', sid: 'AC12****', url: 'http://***.example.org/sms/in?x=1&y=2', name: 'Numbr', n: '88' },
  { number: '(hidden)', sid: '(hidden)', url: '(hidden)', name: 'Bdy', n: '3' },
];

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');

export const wrappers: readonly { readonly name: string; readonly wrap: (sentence: string) => string }[] = [
  {
    name: 'alert in a chat',
    wrap: (text) => `:rotating_light: *sms-worker* job 8841 gave up after 3 tries\n> ${text}\n<@oncall> please look (runbook 77120)`,
  },
  {
    name: 'log of a container as JSON',
    wrap: (text) =>
      `{"severity":"ERROR","ts":"2026-03-04T06:40:11.203Z","caller":"notify.go:77","msg":"twilio: ${json(text)}","pod":"notify-66d8f","pid":30007412}`,
  },
  {
    name: 'value of a Rust enum',
    wrap: (text) =>
      `thread 'main' panicked at src/send.rs:58:10:\ncalled \`Result::unwrap()\` on an \`Err\` value: TwilioError { status: 400, message: "${json(text)}", more_info: None }`,
  },
  {
    name: 'run of an automation, JSON in JSON',
    wrap: (text) =>
      JSON.stringify({ action: 'Send_Text', outcome: 'Failed', body: JSON.stringify({ status: 400, message: text }), runId: '08584' }),
  },
  {
    name: 'page of a web shop',
    wrap: (text) => `<div class="flash flash-danger"><strong>Could not text the customer.</strong> Twilio said: ${html(text)}</div>`,
  },
];

/** Each sentence in each wrapper, another mask each time. */
export const wrappedSentences = (
  knowledge: PastedKnowledge,
): readonly { readonly sentence: Sentence; readonly wrapper: string; readonly text: string }[] =>
  knowledge.sentences
    .filter(({ isTitle }) => isTitle !== true)
    .flatMap((sentence) =>
      wrappers.map(({ name, wrap }, index) => {
        const values = masks[index] ?? masks[0];
        const said = (sentence.says[0] ?? '').replaceAll(/\{(number|sid|url|name|n)\}/g, (_, value: keyof Values) => values?.[value] ?? '');
        return { sentence, wrapper: name, text: wrap(said) };
      }),
    );

/** What other programs say; no code, status or sentence of Twilio stands in any of them. */
const foreign: readonly string[] = `connect ECONNREFUSED 127.0.0.1:5432
relation "customers" does not exist at character 15
Your card was declined. Reason: insufficient_funds
550 5.1.1 The email account that you tried to reach does not exist
Invalid email address: must contain exactly one @
Cannot read properties of undefined (reading 'id')
duplicate key value violates unique constraint "orders_pkey"
Deadlock found when trying to get lock; try restarting transaction
Order 30456 shipped to Portland, OR 97201 on 2026-02-11
Payment 21611 for invoice 30034 is still open
Ticket 63016 was moved to the second line
SSL certificate problem: certificate has expired since January
Permission denied (publickey)
fatal: not a git repository (or any of the parent directories)
No space left on device
Segmentation fault (core dumped)
could not translate host name "db" to address
Rate of exchange is not available for this pair
The file you requested could not be opened by the viewer
You have exceeded your Dropbox quota
Uncaught SyntaxError: Unexpected token < in JSON at position 0
The user has no mailbox on this server
Failed to load resource: net::ERR_BLOCKED_BY_CLIENT
The printer is out of paper, tray 2
npm ERR! peer dep missing: react@^17, required by foo@1.2.3
Package 30008 is waiting at the depot
Build 30450 finished in 21408 ms
process 20404 exited with signal 9
Table 12100 has 30003 rows and 12 columns
Room 20003, second floor, 14:30
ValueError: could not convert string to float: 'abc'
KeyError: 'phone_number'
TypeError: unsupported operand type(s) for +: 'int' and 'str'
Connection to redis lost, retrying in 5000 ms
kernel: Out of memory: Killed process 30005 (java)
The remote name could not be resolved: 'smtp.example.org'
Calendar event could not be created: overlapping appointment
Access to XMLHttpRequest has been blocked by CORS policy
Template "welcome" is not defined
The queue manager refused the job
Firebase: Error (auth/invalid-phone-number).
SendGrid: The from address does not match a verified Sender Identity
Stripe webhook signature verification failed
Slack API returned channel_not_found
AWS SES: Email address is not verified in region us-east-1
Vonage returned status 9: Partner quota exceeded
MessageBird: no (correct) recipients found
gRPC status 14 UNAVAILABLE: upstream connect error
MongoServerError: bad auth, authentication did not succeed
Login failed for user 'app'. Reason: Password did not match
Lookup of ZIP 90010 gave Los Angeles
Coupon 21610 has run out
Delivery to door failed, neighbour not at home
Appointment 63038 was moved to Thursday
Balance of the month: 30006 EUR
Serial number 20429-77 is registered to you
Sensor 11200 reports 21 degrees
The migration 20260304120000_add_index has already run
Invalid value for "--count": 12300 is not in the range
The image could not be resized: unsupported colour space
PDF export took too long and was stopped by the watchdog
Cannot find module './config.json'
Object reference not set to an instance of an object.
java.lang.NullPointerException: Cannot invoke "String.length()"
Undefined array key "customer" in checkout.php
Call to undefined method App\\Order::ship()
undefined method \`name' for nil:NilClass
panic: runtime error: index out of range [5] with length 3
Worker 3 missed its heartbeat
Tax rate for 21211 Baltimore is missing
The meeting starts at 10:30 in room 14103
Kafka: leader not available for partition 12
terraform: Error acquiring the state lock
x509: certificate signed by an authority we do not know
Unable to parse date "2026-13-01"
GraphQL error: field "foo" does not exist on type "Query"
Elasticsearch: no living connections in the connection pool
The session has ended. Log in again.
docker: port is already allocated
Speaker 30007 asked for a glass of water
Invoice no. 21614 of 04.03.2026`.split('\n');

/** As many texts without a sentence as there are with one. */
export const foreignTexts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const text = foreign[index % foreign.length] ?? '';
    const round = Math.floor(index / foreign.length);
    const wrapper = round % (wrappers.length + 1);
    const numbered = round < wrappers.length + 1 ? text : `${text} (${String(10_007 + ((index * 7919) % 89_000))})`;
    // The wrappers name Twilio; a text that holds nothing of it must not.
    return (wrappers[wrapper]?.wrap(numbered) ?? numbered).replaceAll(/twilio/gi, 'gateway').replaceAll('sms', 'job');
  });
