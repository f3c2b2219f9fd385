import { ordinary, type Choices } from './choices.ts';

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly choices: Choices;
}

/** Lives worth seeing; the first two are the scenarios of Twilio's troubleshooting article. */
export const presets: readonly Preset[] = [
  {
    id: 'alphanumeric-from',
    title: 'Alphanumeric sender as From, to a US mobile',
    choices: { ...ordinary, sender: 'alphanumeric' },
  },
  {
    id: 'alphanumeric-service',
    title: 'The same sender alone in a Messaging Service',
    choices: { ...ordinary, sender: 'alphanumeric', service: 'yes' },
  },
  { id: 'opted-out-from', title: 'Opted-out recipient, plain From', choices: { ...ordinary, recipient: 'opted-out' } },
  {
    id: 'opted-out-service',
    title: 'Opted-out recipient, Messaging Service',
    choices: { ...ordinary, recipient: 'opted-out', service: 'yes' },
  },
  { id: 'queue-full-from', title: 'Full queue, plain From', choices: { ...ordinary, queue: 'full' } },
  { id: 'queue-full-service', title: 'Full queue, Messaging Service', choices: { ...ordinary, queue: 'full', service: 'yes' } },
  { id: 'unregistered-us', title: 'US number without a campaign', choices: { ...ordinary, registered: 'no' } },
  { id: 'landline', title: 'A landline in Britain', choices: { ...ordinary, country: 'GB', recipient: 'landline' } },
  { id: 'whatsapp-window', title: 'WhatsApp outside its window', choices: { ...ordinary, sender: 'whatsapp', window: 'closed' } },
  { id: 'delivered', title: 'Nothing goes wrong', choices: ordinary },
];
