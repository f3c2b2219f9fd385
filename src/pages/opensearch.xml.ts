import type { APIRoute } from 'astro';
import { errorsPath, filePath } from '../catalog/paths.ts';

/** Lets a browser search error codes from its address bar. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Undelivered</ShortName>
  <Description>Twilio error codes: whose problem, whether to resend, what to do</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${new URL(filePath('favicon.svg'), site).href}</Image>
  <Url type="text/html" template="${new URL(errorsPath(), site).href}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
