// What the server refused of the form around a field, handed down to the fields.
import { createContext } from 'react';
import type { Problem } from '../platform/api.ts';

export const FormProblem = createContext<Problem | null>(null);
