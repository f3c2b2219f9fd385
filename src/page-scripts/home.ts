import './last-report-line.ts';
import './paste-box.ts';
import { forgetHandedOver } from '../hand-over/files.ts';

void forgetHandedOver();
