import { createActor, setup } from 'xstate';

/** What decides the fate of a message in this model. One trouble at a time: the first that applies ends it. */
export interface Choices {
  readonly sender: 'number' | 'toll-free' | 'short-code' | 'alphanumeric' | 'whatsapp';
  /** Sent with a `MessagingServiceSid` instead of a `From`; the sender is then the only one in its pool. */
  readonly service: 'no' | 'yes' | 'empty';
  readonly country: 'US' | 'GB';
  /** US campaign or toll-free verification. */
  readonly registered: 'yes' | 'no';
  readonly recipient: 'mobile' | 'landline' | 'opted-out';
  readonly queue: 'free' | 'full';
  /** WhatsApp: whether the recipient wrote within 24 hours. */
  readonly window: 'open' | 'closed';
}

export const choiceValues: { readonly [Name in keyof Choices]: readonly Choices[Name][] } = {
  sender: ['number', 'toll-free', 'short-code', 'alphanumeric', 'whatsapp'],
  service: ['no', 'yes', 'empty'],
  country: ['US', 'GB'],
  registered: ['yes', 'no'],
  recipient: ['mobile', 'landline', 'opted-out'],
  queue: ['free', 'full'],
  window: ['open', 'closed'],
};

export const ordinary: Choices = {
  sender: 'number',
  service: 'no',
  country: 'US',
  registered: 'yes',
  recipient: 'mobile',
  queue: 'free',
  window: 'open',
};

type Test = (choices: Choices) => boolean;
const inService: Test = ({ service }) => service !== 'no';
/** Names are not taken in the US; a short code (a US one here) sends within its own country only. */
const cannotReach: Test = ({ sender, country }) => (country === 'US' ? sender === 'alphanumeric' : sender === 'short-code');

/** The troubles of the model and their codes; each code's page has its sources. */
const troubles = {
  // Asked when the request comes in, with a plain From only.
  '21612': (choices) => !inService(choices) && cannotReach(choices),
  '21610-at-once': (choices) => !inService(choices) && choices.recipient === 'opted-out',
  '21611': (choices) => !inService(choices) && choices.queue === 'full',
  // Asked after the request was accepted, when a Messaging Service chooses a sender.
  '21704': ({ service }) => service === 'empty',
  '21703': (choices) => inService(choices) && cannotReach(choices),
  '21610-later': (choices) => inService(choices) && choices.recipient === 'opted-out',
  '30001': (choices) => inService(choices) && choices.queue === 'full',
  // Answered by the carrier or channel.
  '63016': ({ sender, window }) => sender === 'whatsapp' && window === 'closed',
  '30034': ({ sender, country, registered }) => sender === 'number' && country === 'US' && registered === 'no',
  '30032': ({ sender, country, registered }) => sender === 'toll-free' && country === 'US' && registered === 'no',
  '30006': ({ sender, recipient }) => sender !== 'whatsapp' && recipient === 'landline',
  '63024': ({ sender, recipient }) => sender === 'whatsapp' && recipient === 'landline',
  service: inService,
} satisfies Readonly<Record<string, Test>>;
type Trouble = keyof typeof troubles;

/** Whether a choice can change the life of a message, given the others. */
export function matters(name: keyof Choices, { sender, country }: Choices): boolean {
  if (name === 'window') return sender === 'whatsapp';
  if (name === 'registered') return country === 'US' && (sender === 'number' || sender === 'toll-free');
  return true;
}

const machineSetup = setup({
  types: { context: {} as Choices, events: {} as { readonly type: 'next' }, input: {} as Choices },
  guards: { applies: ({ context }, { trouble }: { trouble: Trouble }) => troubles[trouble](context) },
});

const to = (trouble: Trouble, target: string) => ({ guard: { type: 'applies' as const, params: { trouble } }, target });

/**
 * The statuses of a message as a machine: `next` goes one step on. The last states carry their code in their name: `failed-21703`.
 */
export const lifecycleMachine = machineSetup.createMachine({
  id: 'lifecycle',
  initial: 'request',
  context: ({ input }) => input,
  states: {
    request: {
      on: {
        next: [
          to('21612', 'refused-21612'),
          to('21610-at-once', 'refused-21610'),
          to('21611', 'refused-21611'),
          to('service', 'accepted'),
          { target: 'queued' },
        ],
      },
    },
    accepted: {
      on: {
        next: [
          to('21704', 'failed-21704'),
          to('21703', 'failed-21703'),
          to('21610-later', 'failed-21610'),
          to('30001', 'failed-30001'),
          { target: 'queued' },
        ],
      },
    },
    queued: { on: { next: 'sending' } },
    sending: { on: { next: [to('63024', 'failed-63024'), { target: 'sent' }] } },
    sent: {
      on: {
        next: [
          to('63016', 'undelivered-63016'),
          to('30034', 'undelivered-30034'),
          to('30032', 'undelivered-30032'),
          to('30006', 'undelivered-30006'),
          { target: 'delivered' },
        ],
      },
    },
    delivered: { type: 'final' },
    'refused-21612': { type: 'final' },
    'refused-21610': { type: 'final' },
    'refused-21611': { type: 'final' },
    'failed-21704': { type: 'final' },
    'failed-21703': { type: 'final' },
    'failed-21610': { type: 'final' },
    'failed-30001': { type: 'final' },
    'failed-63024': { type: 'final' },
    'undelivered-63016': { type: 'final' },
    'undelivered-30034': { type: 'final' },
    'undelivered-30032': { type: 'final' },
    'undelivered-30006': { type: 'final' },
  },
});

/** The states a message with these choices goes through, from the request to its end. */
export function lifeOf(choices: Choices): readonly string[] {
  const actor = createActor(lifecycleMachine, { input: choices }).start();
  const states: string[] = [actor.getSnapshot().value];
  while (actor.getSnapshot().status === 'active') {
    actor.send({ type: 'next' });
    states.push(actor.getSnapshot().value);
  }
  return states;
}
