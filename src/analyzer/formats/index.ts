import { cliColumns } from './cli/cli-columns.ts';
import { cliTsv } from './cli/cli-tsv.ts';
import { consoleV1 } from './console/console-v1.ts';
import { consoleV2 } from './console/console-v2.ts';
import { consoleV3Edited } from './console/console-v3-edited.ts';
import { consoleV3 } from './console/console-v3.ts';
import { airbyteJsonl } from './copies/airbyte-jsonl.ts';
import { jsonCells } from './copies/json-cells.ts';
import { singer } from './copies/singer.ts';
import { drawnTable } from './drawn/drawn-table.ts';
import { eventstreamsCsv } from './events/eventstreams-csv.ts';
import { eventstreams } from './events/eventstreams.ts';
import { statuscallbackCsv } from './events/statuscallback-csv.ts';
import { statuscallbackForm } from './events/statuscallback-form.ts';
import { statuscallback } from './events/statuscallback.ts';
import type { Format } from './format.ts';
import { nodeInspect } from './libraries/node-inspect.ts';
import { nodeJson } from './libraries/node-json.ts';
import { printedFields } from './libraries/printed-fields.ts';
import { printedPairs } from './libraries/printed-pairs.ts';
import { rubyInspect } from './libraries/ruby-inspect.ts';
import { ownObjects } from './own-table/own-objects.ts';
import { ownTable } from './own-table/own-table.ts';
import { apiFieldsCsv } from './programs/api-fields-csv.ts';
import { pythonCsv } from './programs/python-csv.ts';
import { scriptCsv } from './programs/script-csv.ts';
import { scriptPhp } from './programs/script-php.ts';
import { bulkexportJsonl } from './rest/bulkexport-jsonl.ts';
import { restCsv } from './rest/rest-csv.ts';
import { restHtml } from './rest/rest-html.ts';
import { restJson } from './rest/rest-json.ts';
import { restXml } from './rest/rest-xml.ts';
import { sqlDump } from './sql/sql-dump.ts';
import { airbyte } from './warehouse/airbyte.ts';
import { dbtEnhanced } from './warehouse/dbt-enhanced.ts';
import { fivetran } from './warehouse/fivetran.ts';

/** Every format that is read; the order means nothing. */
export const formats: readonly Format[] = [
  consoleV3,
  consoleV2,
  consoleV1,
  consoleV3Edited,
  restCsv,
  restJson,
  apiFieldsCsv,
  pythonCsv,
  scriptPhp,
  scriptCsv,
  cliTsv,
  cliColumns,
  drawnTable,
  ownTable,
  ownObjects,
  fivetran,
  airbyte,
  dbtEnhanced,
  restXml,
  restHtml,
  bulkexportJsonl,
  nodeJson,
  nodeInspect,
  printedFields,
  printedPairs,
  rubyInspect,
  eventstreams,
  eventstreamsCsv,
  statuscallback,
  statuscallbackCsv,
  statuscallbackForm,
  airbyteJsonl,
  singer,
  jsonCells,
  sqlDump,
];
