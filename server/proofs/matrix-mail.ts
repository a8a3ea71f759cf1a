// The part of the reviewed table (matrix.ts) about mail, pushes and what one chooses of them.

/** Rows of the matrix; its columns are in matrix.ts. */
export const mailRows = `
  forgotPassword                     | 409    409       409   409         409      409    409  409   409         409       409           409  409   |
  getNoticeSettings                  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  saveNoticeSettings                 | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  subscribePush                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  unsubscribePush         own        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  unsubscribePush         other      | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  readMailChoice          own        | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404
  chooseMail              own        | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404
  getMailServer                      | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  saveMailServer                     | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  saveMailAnswers                    | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  deliverMail                        | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  tryMail                            | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  listMails                          | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  retryMails                         | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |
  removeMailServer                   | 401    403       403   403         403      403    403  403   403         403       yes           401  401   |`;
