// Rows of the matrix for moving in from an earlier system; see matrix.ts. Only administrators, and each only their own.

export const importRows = `
  createImport                       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  addImportFile           move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  previewImport           move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  startImport             move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getImport               move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  listImportProblems      move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getImportReport         move       | 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  getImport               theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
  listImportProblems      theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
  getImportReport         theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
  startImport             theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
  previewImport           theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
  addImportFile           theirMove  | 401    403       403   403         403      403    403  403   403         403       -             401  401   | 404
`;
