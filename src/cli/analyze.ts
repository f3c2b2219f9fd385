/**
 * The analyzer from a terminal; `npm run --silent analyze -- --help` says how. The report goes to standard output,
 * everything else to standard error.
 */
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2), {
  input: process.stdin,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
