import type { Column } from '../columns/column.ts';
import type { RowValue } from './row-value.ts';
import type { ForeignKey, Table } from './schema.ts';

/** One step of a migration; names of tables and columns are those at that moment. */
export type Operation =
  | { readonly do: 'create-table' | 'drop-table'; readonly table: Table }
  | {
      readonly do: 'rename-table';
      readonly from: string;
      readonly to: string;
      /** Its ids are counted, by a sequence that is named after it. */
      readonly isCounted: boolean;
    }
  | {
      readonly do: 'add-column';
      readonly table: string;
      readonly column: Column;
      /** What rows get; a required column without it can only come to an empty table. */
      readonly rows?: RowValue;
      /** Rows would all get its default, which only one of them can have. */
      readonly isUnique?: boolean;
    }
  | {
      readonly do: 'drop-column';
      readonly table: string;
      readonly column: Column;
      /** When it comes back. */
      readonly rows?: RowValue;
      readonly isUnique?: boolean;
    }
  | {
      readonly do: 'rename-column';
      readonly table: string;
      readonly column: Column;
      readonly to: string;
    }
  | {
      readonly do: 'alter-column';
      readonly table: string;
      readonly from: Column;
      readonly to: Column;
    }
  | {
      readonly do: 'add-index' | 'drop-index' | 'add-unique' | 'drop-unique';
      readonly table: string;
      readonly columns: readonly string[];
    }
  | {
      readonly do: 'add-check' | 'drop-check';
      readonly table: string;
      readonly column: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'add-foreign-key' | 'drop-foreign-key';
      readonly table: string;
      readonly key: ForeignKey;
    };

const OPPOSITES = {
  'create-table': 'drop-table',
  'drop-table': 'create-table',
  'add-column': 'drop-column',
  'drop-column': 'add-column',
  'add-index': 'drop-index',
  'drop-index': 'add-index',
  'add-unique': 'drop-unique',
  'drop-unique': 'add-unique',
  'add-check': 'drop-check',
  'drop-check': 'add-check',
  'add-foreign-key': 'drop-foreign-key',
  'drop-foreign-key': 'add-foreign-key',
} as const;

/** The steps that take some steps back, the last one first. */
export function invert(operations: readonly Operation[]): readonly Operation[] {
  return operations.toReversed().map(opposite);
}

function opposite(operation: Operation): Operation {
  switch (operation.do) {
    case 'rename-table':
      return { ...operation, from: operation.to, to: operation.from };
    case 'rename-column':
      return {
        ...operation,
        column: { ...operation.column, name: operation.to },
        to: operation.column.name,
      };
    case 'alter-column':
      return { ...operation, from: operation.to, to: operation.from };
    default:
      return { ...operation, do: OPPOSITES[operation.do] } as Operation;
  }
}
