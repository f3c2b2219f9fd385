import { everywhere, patternOf, somewhere } from './rules.ts';

const line = (name: string, value: string): string => `Header always set ${name} "${value}"`;

/** "always" is what reaches answers that are errors; a header set both ways would be sent twice. */
export function apache(): string {
  const lines = [
    ...everywhere.map(([name, value]) => line(name, value)),
    // A type is set by its module, not by a header that would come beside it.
    ...somewhere
      .filter(({ name }) => name !== 'Content-Type')
      .flatMap(({ at, name, value }) => [`<LocationMatch "${patternOf(at)}">`, `    ${line(name, value)}`, '</LocationMatch>']),
  ];
  return `# Made by "npm run hosts" from src/build/hosts/; edit there. For sites-enabled/: set the name, the folder and, for an address of the internet,
# TLS. Needs the modules headers, deflate and allowmethods: "a2enmod headers deflate allowmethods".
<VirtualHost *:80>
    ServerName undelivered.example
    DocumentRoot /var/www/undelivered
    ErrorDocument 404 /404.html
    AddDefaultCharset utf-8
    AddType text/markdown .md
    AddType application/manifest+json .webmanifest
    AddCharset utf-8 .md .json .js .css .csv
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json text/markdown text/plain
    <Directory /var/www/undelivered>
        DirectoryIndex index.html
        Options None
        AllowOverride None
        AllowMethods GET
        Require all granted
    </Directory>
${lines.map((text) => `    ${text}`).join('\n')}
</VirtualHost>
`;
}
