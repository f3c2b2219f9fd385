import { dialectIds, dialects, type DialectId } from '../analyzer/grouped/sql/dialects.ts';
import { choiceKey, prepare, TABLE_MARK, type Prepared } from '../analyzer/grouped/sql/prepared.ts';
import { presetIds, presets, sqlFields } from '../analyzer/grouped/sql/presets.ts';
import { printScript } from '../analyzer/grouped/sql/print.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import { loadKnowledge } from '../cli/knowledge.ts';
import { virtualData } from './virtual-data.ts';

/** Every script that the page on warehouses can print for an engine, its table named later. */
export function preparedFor(id: DialectId, knowledge: Knowledge): Prepared {
  const dialect = dialects[id];
  const scripts = presetIds.flatMap((preset) => {
    const names: Readonly<Partial<Record<(typeof sqlFields)[number], string>>> = presets[preset];
    const columns = Object.fromEntries(
      sqlFields.flatMap((field) => (names[field] === undefined ? [] : [[field, dialect.identifier(names[field])] as const])),
    );
    return [true, false].flatMap((texts) =>
      [true, false].map(
        (people) =>
          [
            choiceKey({ columns: preset, texts, people }),
            printScript({ dialect, table: TABLE_MARK, columns, texts, people }, knowledge),
          ] as const,
      ),
    );
  });
  return prepare(id, Object.fromEntries(scripts));
}

/**
 * `virtual:warehouse-DIALECT`: the page on warehouses takes that of the engine that is chosen. Prepared while the site is built: the page
 * would need the analyzer to print them, and with it tables of all countries' numbers.
 */
export const warehouseScripts = () =>
  dialectIds.map((id) => virtualData(`warehouse-${id}`, 'scripts', () => preparedFor(id, loadKnowledge())));
