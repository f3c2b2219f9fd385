import { everywhere, patternOf, somewhere } from './rules.ts';

const line = (name: string, value: string): string => `header ${name} "${value}"`;

/** Caddy sorts directives; inside `route` they hold in the order they stand in. */
export function caddy(): string {
  const lines = [
    ...everywhere.map(([name, value]) => line(name, value)),
    ...somewhere.flatMap(({ at, name, value }, place) => [
      `@at${String(place)} path_regexp ${patternOf(at)}`,
      line(name, value).replace('header', `header @at${String(place)}`),
    ]),
  ];
  return `# Made by "npm run hosts" from src/build/hosts/; edit there. Caddyfile: set the name (Caddy then gets a certificate for it) and the folder.
undelivered.example {
    root * /var/www/undelivered
    route {
        @other not method GET HEAD
        respond @other 405
${lines.map((text) => `        ${text}`).join('\n')}
        file_server {
            precompressed br gzip
        }
    }
    handle_errors {
        rewrite * /404.html
        file_server {
            status {err.status_code}
        }
    }
}
`;
}
