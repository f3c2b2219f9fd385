/** The command `undelivered` of the package, with content that was compiled when it was made. */
import * as modules from 'node:module';
import { command } from './command.ts';
import { processTerminal } from './terminal.ts';

// Half of a start is V8 compiling what is loaded from here on; Node keeps the outcome in its folder for temporary files. Node 20 cannot.
(modules as Partial<typeof modules>).enableCompileCache?.();
process.exitCode = await command(
  process.argv.slice(2),
  processTerminal(),
  async () => (await import('./compiled-content.ts')).compiledContent,
);
