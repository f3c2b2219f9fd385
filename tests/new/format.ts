import type { NewFiles } from './files.ts';

const camel = (id: string): string => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const format = (id: string): string => `import { SURE } from '../format.ts';
import { tableFormat } from '../table-format.ts';

/** TODO: where such a file comes from. Records that are objects, elements or forms: namedFormat (../named-format.ts). */
export const ${camel(id)} = tableFormat({
  id: '${id}',
  name: 'TODO: what a reader sees',
  recognise: ({ cells }) => (['TODO: headings that only it has'].every((name) => cells.includes(name)) ? SURE : 0),
  // TODO: headings as they are spelled -> field
  fields: { Sid: 'sid', To: 'to', From: 'from', Status: 'status', DateSent: 'sent', ErrorCode: 'errorCode' },
});
`;

/** The files of a format. @param folder one of src/analyzer/formats/ */
export const formatFiles = (folder: string, id: string): NewFiles => ({
  files: { [`src/analyzer/formats/${folder}/${id}.ts`]: format(id) },
  then: [
    'src/analyzer/formats/index.ts            one line in the list of formats',
    `tests/fixtures/formats/${id}/            at least one log of it, invented; its right figures in tests/unit/analyzer/formats/formats.test.ts`,
    'src/analyzer/formats/refusals.ts         strike the row that declined it, if there is one; move its log out of tests/fixtures/not-read/',
    'npx vitest run --config tests/vitest.config.ts tests/lockstep tests/unit/analyzer',
  ],
});
