// Implements contract/desk.ts.
import { deskApi } from '../../contract/desk.ts';
import { serve, type Served } from '../platform/http.ts';
import * as desk from './desk.ts';

const changing = ({ params, expected }: { params: { id: string }; expected: number | undefined }) => ({
  id: params.id,
  expected,
});

export const deskRoutes = (): Served =>
  serve(deskApi, {
    listViews: ({ tx, who }) => desk.listViews(tx, who),
    saveView: ({ tx, who, body, now }) => desk.saveView(tx, who, body, now),
    updateView: (call) => desk.updateView(call.tx, call.who, changing(call), call.body),
    removeView: ({ tx, who, params }) => desk.removeView(tx, who, params.id),
    listTemplates: ({ tx, who, query }) => desk.listTemplates(tx, who, query.team),
    createTemplate: ({ tx, who, body, now }) => desk.createTemplate(tx, who, body, now),
    updateTemplate: (call) => desk.updateTemplate(call.tx, call.who, changing(call), call.body),
    removeTemplate: ({ tx, who, params }) => desk.removeTemplate(tx, who, params.id),
  });
