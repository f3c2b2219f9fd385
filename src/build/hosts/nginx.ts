import { everywhere, patternOf, somewhere } from './rules.ts';

const variableOf = (name: string): string => `$undelivered_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (text: string): string => `"${text}"`;

/**
 * A header that differs by path is a `map`, not an `add_header` in a `location`: one there would drop all those of the server. An empty
 * value is not sent. `Content-Type` is a matter of types.
 */
export function nginx(): string {
  const varied = [...new Set(somewhere.map(({ name }) => name))].filter((name) => name !== 'Content-Type');
  const maps = varied.map((name) => {
    const places = somewhere.filter((place) => place.name === name).map(({ at, value }) => `    "~${patternOf(at)}" ${quoted(value)};`);
    const usual = everywhere.find(([other]) => other === name)?.[1] ?? '';
    return [`map $uri ${variableOf(name)} {`, `    default ${quoted(usual)};`, ...places, '}'].join('\n');
  });
  const headers = [
    ...everywhere.filter(([name]) => !varied.includes(name)).map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    ...varied.map((name) => `    add_header ${name} ${variableOf(name)} always;`),
  ];
  return `# Made by "npm run hosts" from src/build/hosts/; edit there. For /etc/nginx/conf.d/ or sites-enabled/: set the name, the folder and, for
# an address of the internet, TLS. gzip_static sends the .gz files that the build makes.
${maps.join('\n')}
server {
    listen 80;
    server_name undelivered.example;
    root /var/www/undelivered;
    index index.html;
    error_page 404 /404.html;
    absolute_redirect off;
    server_tokens off;
    disable_symlinks on from=$document_root;
    gzip_static on;
    include mime.types;
    types {
        text/markdown md;
        text/csv csv;
        application/manifest+json webmanifest;
    }
    charset utf-8;
    charset_types text/plain text/css text/markdown text/csv application/javascript application/json;
${headers.join('\n')}
}
`;
}
