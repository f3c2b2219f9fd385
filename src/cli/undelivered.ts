/**
 * The command `undelivered`, with content/ of the repository: `npm run --silent undelivered -- --help` says how. What was asked
 * for goes to standard output, everything else to standard error.
 */
import { command } from './command.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await command(
  process.argv.slice(2),
  processTerminal(),
  async () => (await import('./content-on-disk.ts')).contentOnDisk,
);
