// Implements contract/overview.ts.
import { overviewApi, type sheetFormats } from '../../contract/overview.ts';
import { serve, type Raw, type Served } from '../platform/http.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { csvOf, mediaTypes, xlsxOf, type Sheet } from '../platform/sheet.ts';
import { teamReport, teamReportSheet, teamRequestsSheet, type KeptWithin } from './overview.ts';

export const overviewRoutes = ({ keptWithin }: { keptWithin: KeptWithin }): Served =>
  serve(overviewApi, {
    getTeamReport: ({ tx, who, params, query, now }) => teamReport(tx, who, params.id, query, { now, keptWithin }),
    exportTeamReport: async ({ tx, who, params, query, now }) =>
      download(await teamReportSheet(tx, who, params.id, query, { now, keptWithin }), query.format, 'report'),
    exportRequests: async ({ tx, who, params, query, now }) =>
      download(await teamRequestsSheet(tx, who, params.id, query, now), query.format, 'requests'),
  });

async function download(
  sheet: Outcome<Sheet>,
  format: (typeof sheetFormats)[number],
  name: string,
): Promise<Outcome<Raw>> {
  if (isRefused(sheet)) return sheet;
  const bytes = format === 'xlsx' ? await xlsxOf(sheet) : csvOf(sheet);
  const raw: Raw['raw'] = (reply) =>
    reply
      .type(mediaTypes[format])
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .header('cache-control', 'no-store')
      .send(bytes);
  return { raw };
}
