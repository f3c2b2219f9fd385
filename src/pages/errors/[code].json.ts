import type { APIRoute, GetStaticPaths } from 'astro';
import type { ErrorEntry } from '../../catalog/error-schema.ts';
import { errorPages } from '../../site/errors.ts';
import { errorRecord, errorsSchemaVersion } from '../../site/error-record.ts';

export const getStaticPaths = (async () =>
  (await errorPages()).map(({ data }) => ({ params: { code: String(data.code) }, props: { data } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: ErrorEntry }> = ({ props, site }) =>
  Response.json({ schemaVersion: errorsSchemaVersion, ...errorRecord(props.data, site) });
