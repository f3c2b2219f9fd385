import { presets, type Columns } from '../../src/analyzer/grouped/sql/presets.ts';

/** Columns of the logs that are loaded with the types that a warehouse gives them. */
export type Types = Readonly<Record<string, string>>;

const consoleTypes: Types = {
  From: 'VARCHAR',
  To: 'VARCHAR',
  Body: 'VARCHAR',
  Status: 'VARCHAR',
  SentDate: 'TIMESTAMPTZ',
  NumSegments: 'INTEGER',
  ErrorCode: 'INTEGER',
  Sid: 'VARCHAR',
  Direction: 'VARCHAR',
  Price: 'DECIMAL(18, 6)',
  PriceUnit: 'VARCHAR',
};

const airbyteTypes: Types = {
  _airbyte_raw_id: 'VARCHAR',
  sid: 'VARCHAR',
  from: 'VARCHAR',
  to: 'VARCHAR',
  body: 'VARCHAR',
  status: 'VARCHAR',
  direction: 'VARCHAR',
  error_code: 'INTEGER',
  date_created: 'TIMESTAMPTZ',
  date_sent: 'TIMESTAMPTZ',
  date_updated: 'TIMESTAMPTZ',
  num_segments: 'INTEGER',
  price: 'DECIMAL(18, 6)',
  price_unit: 'VARCHAR',
  messaging_service_sid: 'VARCHAR',
};

/** A form of log that is loaded: its columns with their types, and which field each is. */
export interface Form {
  readonly types: Types;
  readonly columns: Columns;
}

export const forms = {
  console: { types: consoleTypes, columns: presets.console },
  /** It tells when messages were made, sent and changed, each apart. */
  airbyte: { types: airbyteTypes, columns: presets.airbyte },
} as const satisfies Readonly<Record<string, Form>>;
