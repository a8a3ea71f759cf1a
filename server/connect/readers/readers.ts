// Which reader reads what. Each is pure: files in; people, requests and troubles out.
import type { ImportSource } from '../../../contract/connect-imports.ts';
import type { Reader } from '../importing.model.ts';
import { readGlpi } from './glpi.ts';
import { readRt } from './rt.ts';
import { readTables } from './table.ts';
import { readZammad } from './zammad.ts';

export const readers: Record<ImportSource, Reader> = {
  table: readTables,
  zammad: readZammad,
  rt: readRt,
  glpi: readGlpi,
};
