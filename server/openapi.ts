// `npm run openapi`: writes openapi.json, the interface as programs know it, from the contracts alone. A test holds it to what is served.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditApi } from '../contract/audit.ts';
import { attachmentsApi } from '../contract/attachments.ts';
import { catalogApi } from '../contract/catalog.ts';
import { checklistApi } from '../contract/request-checklist.ts';
import { knowledgeApi } from '../contract/knowledge.ts';
import { overviewApi } from '../contract/overview.ts';
import { authApi } from '../contract/auth.ts';
import { connectApi } from '../contract/connect.ts';
import { directoryApi } from '../contract/directory.ts';
import { findingApi } from '../contract/finding.ts';
import { noticesApi } from '../contract/notices.ts';
import { platformApi } from '../contract/platform.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { privacyApi } from '../contract/privacy.ts';
import type { Api } from '../contract/route.ts';
import { sampleApi } from '../contract/sample.ts';
import { describe } from './platform/openapi.ts';

const contracts: Api[] = [
  authApi,
  directoryApi,
  noticesApi,
  attachmentsApi,
  catalogApi,
  requestsApi,
  checklistApi,
  knowledgeApi,
  findingApi,
  overviewApi,
  connectApi,
  privacyApi,
  sampleApi,
  auditApi,
  platformApi,
];

export const file = join(import.meta.dirname, '../openapi.json');

/** The document as it stands in the file. */
export const openapi = (): string => {
  const operations = contracts.map((api) => Object.entries(api).map(([id, route]) => ({ id, route })));
  return `${JSON.stringify(describe(operations), null, 2)}\n`;
};

if (import.meta.main) {
  writeFileSync(file, openapi());
  console.log(`Wrote ${file}`);
}
