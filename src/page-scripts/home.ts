import './last-report-line.ts';
import './paste-box.ts';
