import AnalyzerWorker from './analyzer.worker.ts?worker&inline';

/**
 * Starts the analyzer's thread from a `blob:` address. A worker loaded from a file would not obey the page's policy;
 * one from a blob inherits it. Vite's fall-back to a `data:` address is refused by `worker-src blob:`.
 */
export const startAnalyzer = (): Worker => new AnalyzerWorker();
