import { i18n } from '#i18n';
import { COLUMNS } from '@/domain/export/formats/csv';
import type { TableChoice } from '@/domain/import/formats/csv-table';
import type { Chosen } from './importing';

interface ColumnsProps {
  table: NonNullable<Chosen['table']>;
  onChoose: (table: TableChoice) => void;
  onBehead: (isHeadless: boolean) => void;
}

/** Rows of a table that are shown. */
const SHOWN = 3;

/** Which column of a table holds what, beside its first rows. */
export function Columns({ table, onChoose, onBehead }: ColumnsProps) {
  const { rows, columns, isHeadless } = table;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const named = isHeadless ? [] : (rows[0] ?? []);
  const shown = rows.slice(isHeadless ? 0 : 1).slice(0, SHOWN);
  const head = Array.from(
    { length: width },
    (_, index) => named[index] || i18n.t('transfer.import.nth', [String(index + 1)]),
  );
  const choose = (index: number, name: string): void => {
    const others = Object.entries(columns).filter(
      ([column, at]) => at !== index && column !== name,
    );
    const chosen = { ...Object.fromEntries(others), ...(name === '' ? {} : { [name]: index }) };
    onChoose({ columns: chosen, isHeadless });
  };
  return (
    <>
      <label class="transfer-check">
        <input
          type="checkbox"
          checked={!isHeadless}
          onChange={({ currentTarget }) => onBehead(!currentTarget.checked)}
        />
        {i18n.t('transfer.import.head')}
      </label>
      <div
        class="transfer-table"
        role="region"
        aria-label={i18n.t('transfer.import.columns')}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {head.map((name, index) => (
                <th key={index} scope="col">
                  <span>{name}</span>
                  <select
                    aria-label={i18n.t('transfer.import.column', [name])}
                    value={COLUMNS.find((column) => columns[column] === index) ?? ''}
                    onChange={({ currentTarget }) => choose(index, currentTarget.value)}
                  >
                    <option value="">{i18n.t('transfer.import.unused')}</option>
                    {COLUMNS.map((column) => (
                      <option key={column} value={column}>
                        {i18n.t(`transfer.column.${column}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {head.map((_, column) => (
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
