/** The analyzer from a terminal: `undelivered analyze` by its older name; `npm run --silent analyze -- --help` says how. */
import { contentOnDisk } from './content-on-disk.ts';
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await main(process.argv.slice(2), processTerminal(), contentOnDisk);
