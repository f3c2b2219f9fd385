import type { AnyTableKind } from '../table.ts';
import { delays } from './delays.ts';
import { hours } from './hours.ts';
import { kinds } from './kinds.ts';
import { money } from './money.ts';
import { reached } from './reached.ts';
import { recipients } from './recipients.ts';
import { routes } from './routes.ts';
import { sample } from './sample.ts';
import { times } from './times.ts';
import { troubles } from './troubles.ts';

/** The tables that the report itself is made from. */
export const coreTables: readonly AnyTableKind[] = [kinds, times, hours, routes, delays, money, recipients, reached, troubles, sample];
