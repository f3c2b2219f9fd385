import './last-report.ts';
import './paste-box.ts';
