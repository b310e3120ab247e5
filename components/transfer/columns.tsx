import { i18n } from '#i18n';
import { COLUMNS } from '@/domain/export/formats/csv';
import type { ColumnChoice } from '@/domain/import/formats/csv';
import type { Chosen } from './state';

interface ColumnsProps {
  table: NonNullable<Chosen['table']>;
  onChoose: (columns: ColumnChoice) => void;
}

/** Which column of a table holds what, beside its first rows. */
export function Columns({ table: { rows, columns }, onChoose }: ColumnsProps) {
  const [head = [], ...rest] = rows;
  const choose = (index: number, name: string): void => {
    const others = Object.entries(columns).filter(
      ([column, at]) => at !== index && column !== name,
    );
    onChoose({ ...Object.fromEntries(others), ...(name === '' ? {} : { [name]: index }) });
  };
  return (
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
          {rest.map((row, index) => (
            <tr key={index}>
              {head.map((_, column) => (
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
