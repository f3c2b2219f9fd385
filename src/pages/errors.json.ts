import type { APIRoute } from 'astro';
import { errorPages } from '../site/errors.ts';
import { errorRecord, errorsSchemaVersion } from '../site/error-record.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json({ schemaVersion: errorsSchemaVersion, errors: (await errorPages()).map(({ data }) => errorRecord(data, site)) });
