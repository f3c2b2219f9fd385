/** One message as a list shows it; what the log does not say is absent. */
export interface ListedMessage {
  readonly sid?: string;
  /** ISO 8601 in UTC. */
  readonly time?: string;
  readonly direction: 'inbound' | 'outbound';
  readonly status: string;
  readonly code?: string;
  readonly sender?: string;
  /** Recipient of an outbound, sender of an inbound message. */
  readonly person?: string;
  readonly country: string;
  readonly price?: number;
  readonly priceUnit?: string;
  readonly body?: string;
  readonly segments?: number;
  /** SID of the Messaging Service. */
  readonly service?: string;
  /** Whom an inbound message was sent to. */
  readonly to?: string;
  /** ISO 8601 in UTC, as far as the log has them. */
  readonly created?: string;
  readonly sent?: string;
  readonly updated?: string;
}
